-- Used up inside a coroutine, and resumed.
-- expect: memory
local t = {}
local co = coroutine.create(function() while true do t[#t + 1] = ("x"):rep(9999) .. #t end end)
while true do coroutine.resume(co) end
