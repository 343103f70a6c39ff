/// Something that takes bytes from strangers. A broken invariant is told by a trap, which is what
/// libFuzzer looks for: it keeps the input.
protocol FuzzTarget: Sendable, SendableMetatype {
  static var name: String { get }
  /// Inputs to begin with: valid ones, the same at every call.
  static func seeds() throws -> [[UInt8]]

  init()
  func run(_ bytes: [UInt8])
}

/// Traps with a sentence unless the invariant holds.
func demand(_ holds: @autoclosure () -> Bool, _ sentence: @autoclosure () -> String) {
  guard holds() else { fatalError(sentence()) }
}
