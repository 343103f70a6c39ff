-- A range whose size overflows.
-- expect: runtime: at most 10000
return table.unpack({}, math.mininteger, math.maxinteger)
