-- Looking for the right name is dear.
-- expect: budget
while true do pcall(function() return ai.complte end) end
