-- __index in the metatable hides nothing.
-- expect: runtime: __gc is not available
local mt = setmetatable({ __gc = false }, { __index = function() end })
setmetatable({}, mt)
