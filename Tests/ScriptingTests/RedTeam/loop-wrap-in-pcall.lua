-- Coroutines that run on after being stopped, each in a pcall.
-- expect: budget
local co = coroutine.wrap(function() while true do pcall(coroutine.yield) end end)
while true do pcall(co) end
