-- An error while another is being handled.
-- expect: runtime: second
local x <close> = setmetatable({}, { __close = function() error("second") end })
error("first")
