-- %q makes four bytes of one.
-- expect: memory
return ("%q"):format(("\0"):rep(900000))
