-- A gigabyte at one go.
-- expect: runtime: larger than the limit
return ("x"):rep(1e9)
