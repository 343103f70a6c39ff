-- A function of a running rule.
-- expect: runtime: while the file loads
echo(function() end)
