-- A loop out of jumps, through a block that closes a variable each time.
-- expect: budget
::again::
do
  local x <close> = setmetatable({}, { __close = function() end })
  goto again
end
