-- __mode, put in after setmetatable has looked.
-- expect: any
local mt, all = {}, {}
for i = 1, 500 do all[i] = setmetatable({}, mt) end
mt.__mode = "k"
for i = 1, 499 do all[i][all[i]] = all[i + 1] end
for i = 1, 20000 do local x = {} end
