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
