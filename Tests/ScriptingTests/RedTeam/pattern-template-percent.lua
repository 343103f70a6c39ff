-- A template that grows with each match.
-- expect: any
return (("a"):rep(1000):gsub("a", ("%0"):rep(100000)))
