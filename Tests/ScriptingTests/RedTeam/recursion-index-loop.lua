-- A chain of __index that bites its tail.
-- expect: runtime: '__index' chain too long
local t = {}
setmetatable(t, { __index = t })
return t.x
