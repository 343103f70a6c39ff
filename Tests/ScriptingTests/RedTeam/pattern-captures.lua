-- More captures than there is room for.
-- expect: runtime: too many captures
return ("x"):find(("()"):rep(40))
