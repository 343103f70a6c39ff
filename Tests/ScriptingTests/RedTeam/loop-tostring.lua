-- __tostring that never ends.
-- expect: budget
return tostring(setmetatable({}, { __tostring = function() while true do end end }))
