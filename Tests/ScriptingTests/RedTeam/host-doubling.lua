-- A few tables, each twice in the next.
-- expect: runtime: 
local t = {}
for i = 1, 30 do t = { t, t } end
echo(t)
