-- A large table, emptied, is searched from its beginning each time.
-- expect: budget
local t = {}
for i = 1, 20000 do t["k" .. i] = true end
while true do next(t) end
