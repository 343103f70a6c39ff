-- Not by a method either.
-- expect: runtime: string has no 'dump'
return ("").dump
