-- Nor table.sort.
-- expect: any
return table.sort(_ENV)
