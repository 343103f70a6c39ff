-- Nothing but a loop.
-- expect: budget
while true do end
