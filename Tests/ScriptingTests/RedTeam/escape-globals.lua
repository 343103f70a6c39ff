-- The table of all names has no name.
-- expect: runtime: _G is not available
return _G.os
