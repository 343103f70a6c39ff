-- Nor does a function.
-- expect: runtime: no global variables
function helper() end
