-- _ENV lists nothing and gives nothing away.
-- expect: returns: 0
local n = 0
for _ in pairs(_ENV) do n = n + 1 end
return n + rawlen(_ENV) + (rawget(_ENV, "string") and 1 or 0)
