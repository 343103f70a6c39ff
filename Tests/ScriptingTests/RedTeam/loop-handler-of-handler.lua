-- Handlers inside handlers, each raising again.
-- expect: budget
local function handler(e) return select(2, xpcall(error, handler, e)) end
while true do xpcall(error, handler, "x") end
