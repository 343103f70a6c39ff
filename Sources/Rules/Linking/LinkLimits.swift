/// What names may lead to, over others. Whoever writes rules never comes near it; what is made by a loop could
/// otherwise take all memory, or all of the stack.
enum LinkLimits {
  /// Filters within filters, and personas behind a persona.
  static let depth = 32
  /// Bytes of a persona's text, with all that it takes over.
  static let text = 100_000
  /// References that lead nowhere are told up to here.
  static let complaints = 200
  /// Only so many problems are told with the line of their key and with what was perhaps meant: the one is
  /// looked for in the whole file, the other among all names.
  static let closeLooks = 50
}
