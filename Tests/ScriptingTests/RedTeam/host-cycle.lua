-- A table that contains itself.
-- expect: runtime: contains itself
local t = {} t.t = t echo(t)
