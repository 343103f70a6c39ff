-- A module that is not there.
-- expect: runtime: no module
-- at: load
require 'socket'
