-- A message of a megabyte.
-- expect: runtime: xxx
error(('x'):rep(900000), 0)
