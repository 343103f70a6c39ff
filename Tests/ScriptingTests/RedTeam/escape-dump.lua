-- Bytecode is not made.
-- expect: runtime: string.dump is not available
return string.dump(function() end)
