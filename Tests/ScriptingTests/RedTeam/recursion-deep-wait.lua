-- A call that cannot wait, at the bottom of a deep stack, again and again.
-- expect: any
local function f(n) if n == 0 then return pcall(ai.complete) end return (f(n - 1)) end
return ("x"):rep(50):gsub("x", function() f(9000) end)
