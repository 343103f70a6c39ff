-- And its metatable is out of reach.
-- expect: returns: false
local m = ... return getmetatable(m)
