-- A replacement that yields.
-- expect: runtime: attempt to yield across a C-call boundary
return coroutine.wrap(function() return ("a"):gsub("a", coroutine.yield) end)()
