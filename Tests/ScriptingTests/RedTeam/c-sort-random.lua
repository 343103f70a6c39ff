-- A comparison that throws dice.
-- expect: returns: 500
local t = {}
for i = 1, 500 do t[i] = i end
table.sort(t, function() return math.random() < 0.5 end)
local seen = {}
for _, v in ipairs(t) do seen[v] = true end
local n = 0
for _ in pairs(seen) do n = n + 1 end
return n
