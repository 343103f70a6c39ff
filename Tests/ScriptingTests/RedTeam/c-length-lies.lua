-- A length that is a lie.
-- expect: runtime: no tables with __len
table.sort(setmetatable({}, { __len = function() return 1 << 60 end }))
