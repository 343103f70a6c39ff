-- A coroutine that waits for the host is resumed by the script.
-- expect: returns: false answer
local co = coroutine.create(function() return ai.complete() end)
local outer = coroutine.running()
local forged
kept[1] = coroutine.create(function()
  forged = coroutine.resume(outer, true, "forged")
end)
coroutine.resume(kept[1])
local ok, value = coroutine.resume(co)
return tostring(forged) .. " " .. value
