-- Four lazy runs, three hundred characters.
-- expect: runtime: the pattern takes too long
return ("a"):rep(300):find(".-.-.-.-b")
