-- A jump over a local variable.
-- expect: syntax: jumps into the scope
-- at: load
goto x
local a = 1
::x::
return a
