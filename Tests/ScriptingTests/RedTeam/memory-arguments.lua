-- Argument lists that grow with each call.
-- expect: memory
local function f(...) return f(1, ...) end f()
