-- Brackets that open and never close.
-- expect: runtime: the pattern takes too long
return ("("):rep(100000):find("%b()")
