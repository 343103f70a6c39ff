-- A constant that is assigned.
-- expect: syntax: attempt to assign to const
-- at: load
local x <const> = 1
x = 2
