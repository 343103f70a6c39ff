-- And are charged like others.
-- expect: budget
while true do pcall(fail, 'no') end
