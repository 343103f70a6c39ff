-- Used up inside a message handler.
-- expect: memory
xpcall(error, function() local t = {} while true do t = { t, ("x"):rep(999) .. "y" } end end)
