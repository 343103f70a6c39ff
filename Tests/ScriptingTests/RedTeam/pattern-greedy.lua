-- Twenty greedy runs.
-- expect: runtime: the pattern takes too long
return ("a"):rep(300):match(("a*"):rep(20) .. "b")
