-- An error object is described without its help.
-- expect: runtime: an error whose message is a table
error(setmetatable({}, { __tostring = function() while true do end end }))
