-- Nothing, more often than can be counted.
-- expect: returns: 0
return #(""):rep(math.maxinteger)
