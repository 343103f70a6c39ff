-- A message handler that never ends, for an error of its own and for the verdict.
-- expect: budget
xpcall(function() error("x") end, function() while true do end end)
return "caught"
