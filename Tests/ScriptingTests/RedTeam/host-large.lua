-- A string too large to be copied.
-- expect: runtime: too large
echo(('x'):rep(600000), ('x'):rep(600000))
