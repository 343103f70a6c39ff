-- Nothing tells when memory is freed.
-- expect: runtime: __mode is not available
setmetatable({}, { __mode = 'v' })
