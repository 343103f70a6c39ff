-- A comparison that never ends, caught each time.
-- expect: budget
table.sort({ 3, 2, 1 }, function() pcall(function() while true do end end) return true end)
