/// Something that can be done any number of times, and how much one time is.
struct Work {
  enum Unit: String, Codable {
    case bytes = "MB/s"
    case items = "/s"
    /// Not a rate: what is held at one time.
    case memory = "MiB"
    /// Not a rate either: how long one thing takes.
    case time = "ms"
  }

  let name: String
  let unit: Unit
  /// Bytes or items that one time handles.
  let amount: Int
  /// Makes what so many times need; not timed.
  var prepare: (_ times: Int) async throws -> Void = { _ in }
  /// Does it so many times.
  let run: (_ times: Int) async throws -> Void

  init(
    _ name: String, unit: Unit, amount: Int,
    run: @escaping (_ times: Int) async throws -> Void
  ) {
    self.name = name
    self.unit = unit
    self.amount = amount
    self.run = run
  }
}
