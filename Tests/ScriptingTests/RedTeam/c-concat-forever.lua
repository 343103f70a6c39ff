-- A table whose items come from a function, 2^60 of them.
-- expect: budget
return table.concat(setmetatable({}, { __index = function() return "" end }), "", 1, 1 << 60)
