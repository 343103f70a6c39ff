-- Every kind of malformed pattern is an error, and no more.
-- expect: returns: 8
local n = 0
for _, p in ipairs { "[", "[a", "[%", "%", "%b", "%bx", "%f", "(()" } do
  if not pcall(string.match, "xx", p) then n = n + 1 end
end
return n
