-- A misspelt local does not become a global.
-- expect: runtime: no global variables
counter = 1
