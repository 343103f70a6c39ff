-- A function that calls itself.
-- expect: memory
local function f() return 1 + f() end return f()
