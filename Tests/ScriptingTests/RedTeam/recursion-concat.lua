-- __concat that concatenates.
-- expect: any
local m = {}
m.__concat = function(a, b) return a .. b end
local a = setmetatable({}, m)
return a .. a
