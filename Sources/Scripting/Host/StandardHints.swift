/// What to say to scripts that look for the parts of Lua that are not here. A host's own hints for
/// the same names come first.
enum StandardHints {
  static let all: [String: String] = {
    var hints = [
      "os": "os is not available in rules: they reach neither clock nor files nor programs",
      "io": "io is not available in rules: they reach no files",
      "debug": "debug is not available in rules",
      "package": "package is not available in rules; use require",
      "print": "print is not available in rules; use log",
      "collectgarbage": "collectgarbage is not available in rules: memory is the host's affair",
      "_G": "_G is not available in rules; name what you mean",
      "_VERSION": "_VERSION is not available in rules: this is Lua 5.4",
      "warn": "warn is not available in rules; use log",
      "unpack": "unpack is now table.unpack",
      "bit32": "bit32 is not available in rules; Lua 5.4 has the operators & | ~ << >>",
      "setfenv": "setfenv is not available in Lua 5.4",
      "getfenv": "getfenv is not available in Lua 5.4",
      "string.dump": "string.dump is not available in rules: there is no bytecode here",
      "math.randomseed":
        "math.randomseed is not available in rules: the host seeds every run, so that it repeats",
      "coroutine.close": "coroutine.close is not available in rules; let the coroutine end",
      "math.pow": "math.pow is not available in Lua 5.4; write x ^ y",
      "math.atan2": "math.atan2 is not available in Lua 5.4; math.atan takes y and x",
      "math.log10": "math.log10 is not available in Lua 5.4; write math.log(x, 10)",
      "math.ldexp": "math.ldexp is not available in Lua 5.4; write x * 2.0 ^ y",
      "table.getn": "table.getn is not available in Lua 5.4; write #t",
    ]
    for name in ["load", "loadstring", "loadfile", "dofile"] {
      hints[name] = "\(name) is not available in rules; put code in a file and use require"
    }
    for name in ["pack", "unpack", "packsize"] {
      hints["string.\(name)"] = "string.\(name) is not available in rules"
    }
    for name in ["cosh", "frexp", "sinh", "tanh"] {
      hints["math.\(name)"] = "math.\(name) is not available in Lua 5.4"
    }
    return hints
  }()
}
