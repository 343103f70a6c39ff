-- A file that takes all.
-- expect: memory
-- at: load
local t = {} while true do t = { t } end
