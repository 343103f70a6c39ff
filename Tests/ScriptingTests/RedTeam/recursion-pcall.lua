-- pcall that calls itself.
-- expect: any
local function f() return pcall(f) end return f()
