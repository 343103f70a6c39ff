-- pcall must not swallow the verdict.
-- expect: budget
while true do
  pcall(function() while true do end end)
end
