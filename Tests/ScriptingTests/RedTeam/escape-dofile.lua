-- Reaches outside.
-- expect: runtime: dofile is not available
return dofile
