-- The run's own thread, resumed and wrapped.
-- expect: any
local me = coroutine.running()
return coroutine.resume(me), coroutine.status(me)
