import Scripting

extension RuleSource {
  /// Its text without a byte order mark; nil, and reported, if it is too long, compiled Lua or no UTF-8.
  func text(_ limits: RuleLimits, _ problems: inout [RuleProblem]) -> String? {
    if bytes.count > limits.script.sourceBytes {
      problems.append(
        RuleProblem(
          file: path,
          message: "is \(bytes.count) bytes long; the most is \(limits.script.sourceBytes)"))
      return nil
    }
    if bytes.first == 0x1B {
      problems.append(
        RuleProblem(
          file: path, line: 1, message: "is compiled Lua, which is refused",
          hint: "rule files are text"))
      return nil
    }
    var rest = bytes[...]
    // A byte order mark, as some editors write it.
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    guard let text = String(validating: rest, as: UTF8.self) else {
      let valid = String(decoding: rest, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      problems.append(
        RuleProblem(
          file: path, line: valid.count { $0.isNewline } + 1, message: "is not UTF-8 text",
          hint: "save the file as UTF-8"))
      return nil
    }
    return text
  }
}
