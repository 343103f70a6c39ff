-- No lock is got hold of.
-- expect: returns: false
return getmetatable(ai) or getmetatable(_ENV) or false
