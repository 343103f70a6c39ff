-- Reaches outside.
-- expect: runtime: os is not available
return os
