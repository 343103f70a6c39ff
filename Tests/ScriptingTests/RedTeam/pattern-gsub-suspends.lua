-- A replacement that waits for the host.
-- expect: runtime: cannot wait inside string.gsub
return ("a"):gsub("a", function(c) return ai.complete(c) end)
