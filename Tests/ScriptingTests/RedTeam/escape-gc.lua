-- No code runs when memory is freed.
-- expect: runtime: __gc is not available
setmetatable({}, { __gc = function() while true do end end })
