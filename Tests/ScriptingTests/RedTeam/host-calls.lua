-- More calls than a run may make.
-- expect: budget
for i = 1, 100 do ai.complete(i) end
