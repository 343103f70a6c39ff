-- The same with a library function for the items.
-- expect: budget
return table.concat(setmetatable({}, { __index = table.concat }), "", 1, 1 << 60)
