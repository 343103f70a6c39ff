-- A replacement that replaces, without end.
-- expect: any
local function f(c) return (c:gsub(".", f)) end
return f("x")
