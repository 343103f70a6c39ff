-- Thousands of numerals of a megabyte each, read by one call.
-- expect: budget
local s = "0x" .. ("0"):rep(900000) .. "41"
local t = {}
for i = 1, 9000 do t[i] = s end
return #tostring(math.max(table.unpack(t)))
