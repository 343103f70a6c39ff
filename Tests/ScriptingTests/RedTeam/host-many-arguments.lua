-- As many arguments as can be.
-- expect: any
local t = {}
for i = 1, 9000 do t[i] = i end
return select("#", pcall(echo, table.unpack(t)))
