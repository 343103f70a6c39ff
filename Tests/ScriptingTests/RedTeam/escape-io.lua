-- Reaches outside.
-- expect: runtime: io is not available
return io
