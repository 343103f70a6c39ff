-- Long strings that differ only in the middle, as keys.
-- expect: any
local t = {}
for i = 1, 3000 do t[("x"):rep(64) .. i .. ("y"):rep(64)] = i end
return t[("x"):rep(64) .. 7 .. ("y"):rep(64)]
