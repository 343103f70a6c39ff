-- A replacement table whose __index never ends.
-- expect: budget
return ("x"):gsub(".", setmetatable({}, { __index = function() while true do end end }))
