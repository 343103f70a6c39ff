-- Each one stopped, and caught, and begun again.
-- expect: budget
local s = ("a"):rep(300)
while true do pcall(string.find, s, ".-.-.-.-b") end
