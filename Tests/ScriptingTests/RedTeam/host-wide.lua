-- One table, many times.
-- expect: runtime: too many tables
local e, t = {}, {}
for i = 1, 20000 do t[i] = e end
echo(t)
