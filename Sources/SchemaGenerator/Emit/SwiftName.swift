/// Names of the schema as Swift spells them.
enum SwiftName {
  /// `auth.sentCode` -> `SentCode`, `p_q_inner_data` -> `PQInnerData`.
  static func upperCamel(_ name: String) -> String {
    local(name).split(separator: "_").map(capitalized).joined()
  }

  /// `auth.sentCode` -> `sentCode`, `server_DH_params_ok` -> `serverDHParamsOk`.
  static func lowerCamel(_ name: String) -> String {
    let parts = local(name).split(separator: "_")
    let first = parts.first.map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? ""
    return first + parts.dropFirst().map(capitalized).joined()
  }

  /// `auth.sentCode` -> `Auth`; nil without a namespace.
  static func namespace(_ name: String) -> String? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return capitalized(name[..<dot])
  }

  /// A property, parameter or case name: keywords quoted, and `self`, which no quoting frees, renamed.
  static func member(_ name: String) -> String {
    let camel = lowerCamel(name)
    if camel == "self" { return "isSelf" }
    return keywords.contains(camel) ? "`\(camel)`" : camel
  }

  private static func local(_ name: String) -> Substring {
    name.split(separator: ".").last ?? ""
  }

  private static func capitalized(_ word: some StringProtocol) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "for", "func", "guard", "if",
    "import",
    "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private", "protocol",
    "public",
    "repeat", "rethrows", "return", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}
