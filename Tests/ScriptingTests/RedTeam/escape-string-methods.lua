-- Not by a method either.
-- expect: runtime: string.dump is not available
return ("").dump
