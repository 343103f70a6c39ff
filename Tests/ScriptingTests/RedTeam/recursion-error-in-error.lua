-- Errors inside the handling of errors, at the bottom of the stack.
-- expect: any
local function deep() return 1 + deep() end
return xpcall(deep, function() return deep() end)
