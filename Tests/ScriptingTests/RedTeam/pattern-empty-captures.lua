-- A template of captures that are empty: nothing is made, at length.
-- expect: runtime: the pattern takes too long
return (("a"):rep(3000):gsub("(b*)a", ("%1"):rep(100000)))
