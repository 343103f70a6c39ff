-- Reaches outside.
-- expect: runtime: package is not available
return package
