-- Long argument lists, handed on and on.
-- expect: budget
local t = {}
for i = 1, 9000 do t[i] = i end
while true do select(2, select(2, table.unpack(t))) end
