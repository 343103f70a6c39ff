-- A comparison that empties the table it sorts.
-- expect: any
local t = {}
for i = 1, 300 do t[i] = 300 - i end
table.sort(t, function(a, b) for i = 1, 300 do t[i] = nil end return a < b end)
