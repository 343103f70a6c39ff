-- A run is no coroutine of the script's.
-- expect: runtime: coroutine.yield outside a coroutine
coroutine.yield('out')
