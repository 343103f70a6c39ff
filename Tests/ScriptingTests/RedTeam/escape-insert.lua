-- Nor table.insert.
-- expect: runtime: read-only
table.insert(math, 1)
