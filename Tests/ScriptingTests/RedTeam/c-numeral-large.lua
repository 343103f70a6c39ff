-- A numeral of a million digits, by function and by arithmetic.
-- expect: budget
local s = ("1"):rep(900000)
while true do
  tonumber(s)
  pcall(function() return s + 1 end)
end
