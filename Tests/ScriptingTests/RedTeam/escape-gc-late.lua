-- Nor when it is put in later.
-- expect: returns: false
local mt, called = {}, false
do local x = setmetatable({}, mt) end
mt.__gc = function() called = true end
for i = 1, 5000 do local x = { i } end
return called
