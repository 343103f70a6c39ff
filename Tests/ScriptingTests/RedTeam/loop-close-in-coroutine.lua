-- The same in a coroutine that is stopped and resumed.
-- expect: budget
local co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  while true do end
end)
while true do pcall(coroutine.resume, co) end
