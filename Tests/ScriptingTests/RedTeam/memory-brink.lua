-- At the brink of the cap, coroutines that are dead are resumed.
-- expect: any
local dead = coroutine.create(error)
coroutine.resume(dead)
local t = {}
while true do
  t[#t + 1] = { t }
  coroutine.resume(dead)
end
