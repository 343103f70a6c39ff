-- A constant _ENV, which compilers of Lua have stumbled over.
-- expect: any
-- at: load
local _ENV <const> = {}
x = 1
return x, x.y
