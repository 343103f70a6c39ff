-- A method of one object, called with another.
-- expect: any
local m = ...
return pcall(m.method, {}), pcall(m.method, "x"), pcall(m.method)
