-- An error that is a coroutine.
-- expect: runtime: a thread
error(coroutine.create(error))
