-- A product that overflows.
-- expect: runtime: larger than the limit
return ("xy"):rep((1 << 62) + 1, "z")
