-- Protected calls without an instruction between them.
-- expect: budget
local t = setmetatable({}, { __call = pcall })
while true do t() end
