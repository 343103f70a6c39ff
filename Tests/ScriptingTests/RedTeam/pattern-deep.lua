-- Items that each may have to come back.
-- expect: runtime: pattern too complex
return ("x"):rep(1000):find(("x?"):rep(1000))
