-- An error that is a table.
-- expect: runtime: error({...})
error({})
