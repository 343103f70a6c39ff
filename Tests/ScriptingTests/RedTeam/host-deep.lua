-- Tables too deep to be copied.
-- expect: runtime: nested too deep
local t = {}
for i = 1, 60 do t = { t } end
echo(t)
