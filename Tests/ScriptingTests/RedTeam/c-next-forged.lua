-- A key that was never in the table.
-- expect: returns: a|b
local t = { b = 1 }
return next({ a = 1 }) .. "|" .. next(t, "a")
