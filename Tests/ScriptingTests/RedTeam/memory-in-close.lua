-- Used up while a variable is closed.
-- expect: memory
do
  local x <close> = setmetatable({}, { __close = function()
    local t = {} while true do t = { t } end
  end })
end
