-- Reaches outside.
-- expect: runtime: loadfile is not available
return loadfile
