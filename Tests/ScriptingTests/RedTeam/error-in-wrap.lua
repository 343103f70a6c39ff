-- An error out of a coroutine.
-- expect: runtime: inner
coroutine.wrap(function() error('inner') end)()
