-- __tostring called through string.format.
-- expect: budget
return ("%s"):format(setmetatable({}, { __tostring = function() while true do end end }))
