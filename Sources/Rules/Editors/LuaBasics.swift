/// Lua's own globals as rule files have them. The server's definitions of the library "basic" are
/// switched off, as they hold much that is not here (`print`, `load`, `dofile`).
enum LuaBasics {
  struct Function: Sendable {
    let name: String
    let type: FunctionType
    let doc: String

    init(
      _ name: String, _ parameters: [FunctionType.Parameter], returns: String? = nil, doc: String
    ) {
      self.name = name
      type = FunctionType(parameters, returns: returns)
      self.doc = doc
    }
  }

  static let functions = [
    Function(
      "assert", [.init("v", "any"), .init("message", "any", optional: true), .init("...", "any")],
      returns: "any ...", doc: "Fails with the message unless v is true; gives all it got."),
    Function(
      "error", [.init("message", "any"), .init("level", "integer", optional: true)],
      doc: "Fails with the message."),
    Function(
      "getmetatable", [.init("object", "any")], returns: "table|false|nil",
      doc: "The table's metatable, if it may be seen."),
    Function(
      "setmetatable", [.init("t", "table"), .init("metatable", "table?")],
      returns: "table", doc: "Gives the table a metatable; without __gc and __mode."),
    Function(
      "ipairs", [.init("list", "table")], returns: "fun(): integer, any",
      doc: "The items of a list, in order."),
    Function(
      "pairs", [.init("t", "table")], returns: "fun(): any, any",
      doc: "All keys and values, in a fixed order."),
    Function(
      "next", [.init("t", "table"), .init("key", "any", optional: true)],
      returns: "any, any", doc: "The key after this one, and its value."),
    Function(
      "pcall", [.init("f", "function"), .init("...", "any")],
      returns: "boolean, any ...", doc: "Calls f and catches its errors; the end of a budget not."),
    Function(
      "xpcall", [.init("f", "function"), .init("handler", "function"), .init("...", "any")],
      returns: "boolean, any ...", doc: "As pcall, with a handler for the error."),
    Function(
      "rawequal", [.init("a", "any"), .init("b", "any")], returns: "boolean",
      doc: "Whether both are the same, without metamethods."),
    Function(
      "rawget", [.init("t", "table"), .init("key", "any")], returns: "any",
      doc: "The value of the key, without metamethods."),
    Function(
      "rawlen", [.init("v", "table|string")], returns: "integer",
      doc: "The length, without metamethods."),
    Function(
      "rawset", [.init("t", "table"), .init("key", "any"), .init("value", "any")],
      returns: "table", doc: "Sets the key, without metamethods."),
    Function(
      "require", [.init("name", "string")], returns: "any",
      doc: "What another file of the rules directory returns; while loading alone."),
    Function(
      "select", [.init("n", "integer|\"#\""), .init("...", "any")], returns: "any ...",
      doc: "All arguments from the nth, or their number."),
    Function(
      "tonumber", [.init("v", "any"), .init("base", "integer", optional: true)],
      returns: "number?", doc: "The number that v is or reads as."),
    Function(
      "tostring", [.init("v", "any")], returns: "string",
      doc: "The value as a text; tables and functions without their addresses."),
    Function("type", [.init("v", "any")], returns: "string", doc: "What kind of value v is."),
  ]
}
