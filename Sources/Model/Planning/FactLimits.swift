/// How much is remembered.
package enum FactLimits {
  /// In characters.
  package static let longest = 1000
  /// Facts that were learnt in one chat; beyond these the oldest are forgotten.
  package static let perChat = 1000
}
