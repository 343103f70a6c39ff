-- No number lies there.
-- expect: runtime: interval is empty
return math.random(2, 1)
