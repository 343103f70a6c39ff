-- A code point that is none.
-- expect: runtime: out of range
return utf8.char(1 << 40)
