/// A value that must never be shown: it cannot be printed, logged, interpolated or encoded.
///
/// Whoever needs the value says so with ``reveal()``, and so can be found by searching for it.
package struct Secret<Value: Sendable>: Sendable {
  private let value: Value

  package init(_ value: Value) { self.value = value }

  /// The value itself, for the one place that puts it on the wire or in a cipher.
  package func reveal() -> Value { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "‹secret›" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension Secret<String> {
  /// The text with something else in the secret's place, wherever that occurs.
  package func hidden(in text: String, as shown: String) -> String {
    guard occurs(in: text) else { return text }
    let bytes = Array(text.utf8).replacing(Array(value.utf8), with: Array(shown.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// By bytes: an accent that is put behind a letter would make another character of it.
  package func occurs(in text: String) -> Bool {
    !value.isEmpty && Array(text.utf8).firstRange(of: Array(value.utf8)) != nil
  }
}
