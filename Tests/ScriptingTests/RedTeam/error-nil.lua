-- An error without a value.
-- expect: runtime: error(nil)
error(nil)
