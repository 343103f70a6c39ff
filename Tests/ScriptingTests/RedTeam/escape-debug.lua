-- Reaches outside.
-- expect: runtime: debug is not available
return debug
