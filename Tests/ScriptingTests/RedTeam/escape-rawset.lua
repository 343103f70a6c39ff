-- rawset goes around __newindex, not around the lock.
-- expect: runtime: read-only
rawset(string, 'rep', function() end)
