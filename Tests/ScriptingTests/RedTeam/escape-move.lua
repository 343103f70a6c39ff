-- Nor does table.move.
-- expect: runtime: read-only
table.move({ 1 }, 1, 1, 1, string)
