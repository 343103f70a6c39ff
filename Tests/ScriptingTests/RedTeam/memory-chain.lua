-- Tables within tables.
-- expect: memory
local t = {} while true do t = { t } end
