-- A comparison that is a C function, so that no instruction is ever counted in it.
-- expect: budget
local s = ("x"):rep(900000)
local t = {}
for i = 1, 20000 do t[i] = s end
table.sort(t, string.reverse)
return "sorted"
