-- Addresses tell how memory lies.
-- expect: runtime: %p
return ("%p"):format({})
