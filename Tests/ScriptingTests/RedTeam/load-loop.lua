-- A file that never ends.
-- expect: budget
-- at: load
while true do end
