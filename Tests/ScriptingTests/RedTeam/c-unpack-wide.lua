-- More values than a stack holds.
-- expect: runtime: at most 10000
return table.unpack({}, 1, 1e7)
