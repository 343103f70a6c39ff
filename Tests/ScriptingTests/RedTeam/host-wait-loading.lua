-- A wait while the file loads.
-- expect: runtime: only in a running rule
-- at: load
ai.complete()
