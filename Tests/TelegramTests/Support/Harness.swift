import Cryptography
import MTProto
import Model
import Telegram

enum Harness {
  /// One key for all tests: making one takes a while.
  static let serverKey = try? RSAPrivateKey.generate()

  static func configuration(
    _ address: ServerAddress, _ key: RSAPublicKey, transport: TransportKind = .intermediate
  ) -> ClientConfiguration {
    var configuration = ClientConfiguration(
      apiID: 12345, apiHash: Secret("0123456789abcdef0123456789abcdef"),
      servers: TelegramServers(address: address, key: key), transport: transport)
    // Pauses between attempts take a hundredth of their time.
    let start = WallClock.system.now
    configuration.waits = .following(
      ClockSchedule(real: start, shown: start, factor: 100))
    configuration.callTimeout = .seconds(60 * 100)
    configuration.openingTimeout = .seconds(20 * 100)
    return configuration
  }

  /// Runs the client beside the body, and ends it with the body.
  static func run<Result: Sendable>(
    _ client: TelegramClient, _ body: @escaping @Sendable (TelegramClient) async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        // Why a client ends by itself is told to the calls, too.
        try? await client.run()
        return nil
      }
      group.addTask { try await body(client) }
      defer { group.cancelAll() }
      for try await result in group {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}
