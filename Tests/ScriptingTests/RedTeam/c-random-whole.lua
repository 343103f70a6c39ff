-- The widest interval there is.
-- expect: returns: true
return math.type(math.random(math.mininteger, math.maxinteger)) == "integer"
