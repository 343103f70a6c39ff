-- A variable whose closing never ends, while the run is being stopped.
-- expect: budget
local x <close> = setmetatable({}, { __close = function() while true do end end })
while true do end
