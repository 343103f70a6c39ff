/// Benchmarks that belong together.
struct Suite: Sendable {
  let name: String
  /// Makes what is needed, which is not measured.
  let contests: @Sendable () async throws -> [Contest]

  /// All there are. A new one is a file in Subjects/ and a line here.
  static let all: [Suite] = [.cipher, .schema, .decisions, .scripting, .storing]
}
