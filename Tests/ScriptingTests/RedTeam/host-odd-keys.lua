-- Keys that no one else knows.
-- expect: runtime: neither a string nor an integer
echo({ [{}] = 1 })
