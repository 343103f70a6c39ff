-- One's own _ENV has only what one puts into it.
-- expect: runtime: attempt to call a nil value
local _ENV = { pairs = pairs }
return load("return 1")
