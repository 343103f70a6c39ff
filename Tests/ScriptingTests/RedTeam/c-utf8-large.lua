-- Large strings read over and over.
-- expect: budget
local s = ("x"):rep(900000)
while true do utf8.len(s) utf8.offset(s, 5) end
