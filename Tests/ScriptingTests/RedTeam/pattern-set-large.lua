-- A set of a hundred thousand members, for each character.
-- expect: runtime: the pattern takes too long
return ("a"):rep(100000):find("[" .. ("b"):rep(100000) .. "]")
