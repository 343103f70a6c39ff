-- The host's errors are errors of the line that calls.
-- expect: runtime: no network
fail('no network')
