-- Reaches outside.
-- expect: runtime: collectgarbage is not available
return collectgarbage
