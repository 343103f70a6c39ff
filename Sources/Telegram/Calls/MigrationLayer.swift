internal import MTProto

/// Follows the account to the data center where it lives (core.telegram.org/api/datacenter).
struct MigrationLayer: CallLayer {
  /// Makes this data center the home; returns once calls go there.
  let move: @Sendable (Int) async throws(TelegramError) -> Void

  /// One move is normal, a second possible; more would be a circle.
  private static let maximumMoves = 2

  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8] {
    for _ in 0..<Self.maximumMoves {
      do throws(TelegramError) {
        return try await next(call)
      } catch {
        // No other server than the account's own has a say in where it lives.
        guard call.lane.leadsHome, let dc = Self.destination(error) else { throw error }
        try await move(dc)
      }
    }
    return try await next(call)
  }

  private static func destination(_ error: TelegramError) -> Int? {
    guard let server = error.server,
      ["PHONE_MIGRATE", "NETWORK_MIGRATE", "USER_MIGRATE"].contains(server.name)
    else { return nil }
    return server.argument
  }
}
