/// Benchmarks that belong together.
struct Suite: Sendable {
  let name: String
  /// Makes what is needed, which is not measured.
  let contests: @Sendable () async throws -> [Contest]
  /// What is no rate, and stands beside a bound instead of a baseline.
  var figures: @Sendable () async throws -> [Measurement] = { [] }

  /// All there are. A new one is a file in Subjects/ and a line here.
  static let all: [Suite] = [
    .history, .memory, .updates, .cipher, .schema, .decisions, .reload, .replay, .hours, .scripting,
    .storing,
  ]
}
