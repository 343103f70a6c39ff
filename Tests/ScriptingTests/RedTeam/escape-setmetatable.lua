-- The lock is not replaced.
-- expect: runtime: protected metatable
setmetatable(string, {})
