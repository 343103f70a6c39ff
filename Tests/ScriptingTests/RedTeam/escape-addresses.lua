-- What a thing prints as is the same in each run.
-- expect: returns: table function thread
return tostring({}) .. " " .. tostring(error) .. " " .. tostring(coroutine.create(error))
