-- A coroutine that yields from within pcall for ever.
-- expect: budget
local co = coroutine.create(function()
  while true do pcall(function() coroutine.yield() end) end
end)
while true do coroutine.resume(co) end
