-- Every byte of a large string as a value.
-- expect: any
return select("#", ("x"):rep(900000):byte(1, -1))
