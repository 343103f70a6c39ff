-- A declaration left half.
-- expect: runtime: is not complete
-- at: load
define 'x'
