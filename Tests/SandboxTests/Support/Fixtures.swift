import Model
import Sandbox
import Synchronization

/// One RSA key for all tests of this run: generating one takes a while.
enum Fixtures {
  private static let key = Result { try ServerKey.generate() }

  static func serverKey() throws -> ServerKey { try key.get() }

  /// 2026-03-02 09:00 UTC.
  static let start = Timestamp(seconds: 1_772_442_000)

  static func world(seed: UInt64 = 7, history: Int = 30, clock: WallClock? = nil) -> World {
    World.populated(
      seed: seed, clock: clock ?? ManualClock(start).clock, history: history)
  }

  /// Serves a populated world while `body` runs.
  static func withServer<Result: Sendable>(
    history: Int = 30, password: String? = nil,
    configuration: TelegramServer.Configuration = .init(),
    _ body: @Sendable (TelegramServer) async throws -> Result
  ) async throws -> Result {
    var world = world(history: history, clock: .system)
    if let password { try world.setPassword(password, hint: "the usual", of: Cast.owner) }
    return try await TelegramServer.withServer(
      world: world, key: try serverKey(), configuration: configuration, body)
  }
}
