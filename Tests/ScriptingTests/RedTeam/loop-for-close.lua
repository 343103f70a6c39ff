-- The fourth value of a for loop is closed at its end.
-- expect: budget
local closer = setmetatable({}, { __close = function() while true do end end })
for _ in function() end, nil, nil, closer do end
