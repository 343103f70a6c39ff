-- The metatable of strings is behind a lock.
-- expect: returns: false
return getmetatable("")
