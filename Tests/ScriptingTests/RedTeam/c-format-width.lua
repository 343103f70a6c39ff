-- A field wider than a line.
-- expect: runtime: invalid conversion
return ("%999999d"):format(1)
