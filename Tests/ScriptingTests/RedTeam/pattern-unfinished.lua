-- A capture that is never closed.
-- expect: runtime: unfinished capture
return ("x"):match("(x")
