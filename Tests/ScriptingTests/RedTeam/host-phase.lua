-- A declaration in a running rule.
-- expect: runtime: only while the file loads
define 'x' {}
