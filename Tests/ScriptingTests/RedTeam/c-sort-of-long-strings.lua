-- Comparisons of long strings, which the sort makes where no hook sees them.
-- expect: budget
local s = ("\0"):rep(900000)
local t = {}
for i = 1, 2000 do t[i] = s end
table.sort(t)
return "sorted"
