-- A message that is no text.
-- expect: runtime: 
error('\xff\xfe\0')
