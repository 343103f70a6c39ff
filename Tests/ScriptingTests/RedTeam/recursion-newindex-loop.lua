-- The same for assignment.
-- expect: runtime: '__newindex' chain too long
local t = {}
setmetatable(t, { __newindex = t })
t.x = 1
