-- For raw access it is no table.
-- expect: runtime: table expected
local m = ... rawset(m, "text", "x")
