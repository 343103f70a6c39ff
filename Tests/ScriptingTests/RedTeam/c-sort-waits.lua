-- A comparison that waits for the host.
-- expect: runtime: cannot wait inside table.sort
table.sort({ 2, 1 }, function(a, b) return ai.complete(a) end)
