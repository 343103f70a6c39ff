-- What the host gives is read-only.
-- expect: runtime: read-only
local m = ... m.text = "x"
