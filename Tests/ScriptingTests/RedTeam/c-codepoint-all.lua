-- Every code point of a large string as a value.
-- expect: any
return select("#", utf8.codepoint(("x"):rep(900000), 1, -1))
