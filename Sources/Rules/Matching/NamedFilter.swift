/// A `filter` declaration, resolved. Those that name it hold the same one, so that filters which name one
/// another many times over take no more room than they do in the file.
final class NamedFilter: Sendable {
  let conditions: [Condition]
  /// Where a ``MatchContext`` keeps the answer; nil where only one place asks for it.
  let place: Int?

  init(_ conditions: [Condition], place: Int?) {
    self.conditions = conditions
    self.place = place
  }
}
