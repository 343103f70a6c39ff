-- Reaches outside.
-- expect: runtime: load is not available
return load
