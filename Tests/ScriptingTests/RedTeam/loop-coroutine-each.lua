-- A new coroutine for every few steps, so that no one of them lives to see a hook.
-- expect: budget
while true do
  coroutine.wrap(function() local x = 1 end)()
end
