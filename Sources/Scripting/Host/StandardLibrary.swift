/// The part of Lua's own library that scripts have (docs/lua.md); for editors and checkers.
package enum StandardLibrary {
  package static let globals = [
    "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "rawequal", "rawget",
    "rawlen", "rawset", "require", "select", "setmetatable", "tonumber", "tostring", "type",
    "xpcall",
  ]

  package static let libraries: [(name: String, members: [String])] = [
    (
      "string",
      [
        "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep",
        "reverse", "sub", "upper",
      ]
    ),
    ("table", ["concat", "insert", "move", "pack", "remove", "sort", "unpack"]),
    (
      "math",
      [
        "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log",
        "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "random", "sin", "sqrt",
        "tan", "tointeger", "type", "ult",
      ]
    ),
    ("utf8", ["char", "charpattern", "codepoint", "codes", "len", "offset"]),
    (
      "coroutine", ["create", "isyieldable", "resume", "running", "status", "wrap", "yield"]
    ),
  ]
}
