-- An error while another is being handled.
-- expect: returns: second
local ok, e = pcall(function()
  local x <close> = setmetatable({}, { __close = function() error("second", 0) end })
  error("first")
end)
return e
