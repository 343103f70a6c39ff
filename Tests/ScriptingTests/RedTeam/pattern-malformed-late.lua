-- Malformed, but only after long work: the work is charged all the same.
-- expect: budget
local s = ("a"):rep(1000) .. "b"
while true do pcall(string.find, s, ".-.-b[") end
