-- Reaches outside.
-- expect: runtime: loadstring is not available
return loadstring
