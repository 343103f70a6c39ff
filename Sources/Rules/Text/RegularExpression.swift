internal import CRE2

/// A regular expression in RE2's syntax, matched in time linear in the text: no expression that an
/// owner writes can stall a decision (https://github.com/google/re2/wiki/Syntax).
///
/// Unchecked: RE2 may be used from any number of threads once it is made.
final class RegularExpression: @unchecked Sendable, Hashable {
  let text: String
  private let pattern: OpaquePointer

  /// Bytes that one may take, compiled and with the automaton that is built as it is used.
  private static let memory: Int64 = 1 << 20
  static let longest = 1000

  /// - Throws: what is wrong with it.
  init(_ text: String) throws(GrammarError) {
    self.text = text
    var copy = text
    let made = copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cre2_compile($0.baseAddress, $0.count, false, Self.memory)
      }
    }
    guard let made else {
      throw GrammarError(
        message: "no memory is left for the regular expression", hint: nil)
    }
    if let error = cre2_error(made) {
      let message = String(cString: error)
      cre2_free(made)
      throw GrammarError(
        message: message, hint: "the syntax is RE2's, without back references and look-around")
    }
    pattern = made
  }

  deinit { cre2_free(pattern) }

  /// Whether it occurs anywhere in the text.
  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_matches(pattern, $0.baseAddress, $0.count) }
    }
  }

  static func == (left: RegularExpression, right: RegularExpression) -> Bool {
    left.text == right.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
