-- A module outside.
-- expect: runtime: no module
-- at: load
require '../../etc/passwd'
