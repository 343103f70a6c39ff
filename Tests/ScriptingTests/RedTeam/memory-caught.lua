-- Caught, and gone on with.
-- expect: memory
local t = {}
while true do
  pcall(function() while true do t[#t + 1] = ("x"):rep(9999) .. #t end end)
end
