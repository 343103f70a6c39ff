internal import MTProto

/// A server that has forgotten who calls is told again, with the next call.
struct InitLayer: CallLayer {
  /// Makes the connection begin its next call with invokeWithLayer and initConnection.
  let forget: @Sendable (CallLane) async -> Void

  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8] {
    for _ in 0..<2 {
      do throws(TelegramError) {
        return try await next(call)
      } catch {
        guard let name = error.server?.name,
          name == "CONNECTION_NOT_INITED" || name == "CONNECTION_LAYER_INVALID"
        else { throw error }
        await forget(call.lane)
      }
    }
    return try await next(call)
  }
}
