-- __tostring that asks for itself.
-- expect: any
local t = {}
setmetatable(t, { __tostring = function() return tostring(t) end })
return tostring(t)
