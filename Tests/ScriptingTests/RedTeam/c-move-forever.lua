-- 2^60 moves of nothing.
-- expect: budget
table.move({}, 1, 1 << 60, 2)
