-- Large strings made over and over.
-- expect: budget
local s = ("x"):rep(900000)
while true do s:upper() s:reverse() end
