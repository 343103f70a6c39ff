internal import MTProto
internal import Model

/// Repeats calls that failed for a passing reason of the server's
/// (core.telegram.org/api/errors, "500 INTERNAL").
struct RetryLayer: CallLayer {
  let clock: WallClock

  private static let pauses: [Duration] = [.seconds(1), .seconds(2), .seconds(4)]

  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8] {
    for pause in Self.pauses {
      do throws(TelegramError) {
        return try await next(call)
      } catch {
        guard Self.isPassing(error) else { throw error }
      }
      do {
        try await clock.sleep(until: clock.now.advanced(by: pause))
      } catch {
        throw TelegramError(.closed, "The call was cut short while the server was unwell.")
      }
    }
    return try await next(call)
  }

  private static let meaningful: Set<String> = [
    "RANDOM_ID_DUPLICATE", "PERSISTENT_TIMESTAMP_OUTDATED", "AUTH_RESTART",
  ]

  private static func isPassing(_ error: TelegramError) -> Bool {
    guard let server = error.server else { return false }
    if server.code == -503 { return true }
    // Most of these are a disruption behind the server; a few mean something.
    if server.code == 500 { return !meaningful.contains(server.name) }
    return [
      "INTERNAL_SERVER_ERROR", "RPC_CALL_FAIL", "RPC_MCGET_FAIL", "WORKER_BUSY_TOO_LONG_RETRY",
      "MSG_WAIT_FAILED", "MSG_WAIT_TIMEOUT", "NO_WORKERS_RUNNING", "TIMEDOUT", "Timeout",
    ].contains(server.name)
  }
}
