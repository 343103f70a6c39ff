-- A comparison that asks itself.
-- expect: budget
local m = {}
m.__lt = function(a, b) return a < b end
local a, b = setmetatable({}, m), setmetatable({}, m)
while true do pcall(function() return a < b end) end
