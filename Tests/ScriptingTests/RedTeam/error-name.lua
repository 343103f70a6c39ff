-- A type name as large as a book.
-- expect: runtime: 
error(setmetatable({}, { __name = ("x"):rep(100000) }))
