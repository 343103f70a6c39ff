-- A generator of empty matches that is asked for ever.
-- expect: budget
while true do for _ in ("abc"):gmatch("") do end end
