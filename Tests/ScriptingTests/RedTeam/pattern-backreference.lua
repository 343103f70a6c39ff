-- A capture compared with itself everywhere.
-- expect: runtime: the pattern takes too long
return (("a"):rep(20000) .. "b"):find("(a+)%1%1%1c")
