internal import MTProto

/// Tells of calls that failed because the session has ended: whoever follows the account has to find
/// out, and not only with the next update.
struct SessionEndLayer: CallLayer {
  let tell: @Sendable () -> Void

  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8] {
    do throws(TelegramError) {
      return try await next(call)
    } catch {
      if call.lane.leadsHome, error.server?.endsSession == true { tell() }
      throw error
    }
  }
}
