-- An iterator that has no end.
-- expect: budget
for _ in function() return 1 end do end
