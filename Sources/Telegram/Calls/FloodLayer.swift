internal import MTProto
internal import Model

/// Waits out short flood waits once, hands on long ones, and refuses calls until they have passed
/// (core.telegram.org/api/errors, "420 FLOOD").
struct FloodLayer: CallLayer {
  /// The longest wait that a call sits out by itself.
  let threshold: Duration
  let store: FloodStore
  let clock: WallClock

  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8] {
    if let remaining = store.remaining(for: call.method, at: clock.now) {
      guard remaining <= threshold else { throw Self.refusal(call.method, remaining) }
      try await wait(remaining)
    }
    do throws(TelegramError) {
      return try await next(call)
    } catch {
      guard let seconds = Self.waitSeconds(error) else { throw error }
      let pause = Duration.seconds(seconds)
      await block(call.method, for: pause)
      guard pause <= threshold else { throw Self.refusal(call.method, pause) }
      try await wait(pause)
    }
    do throws(TelegramError) {
      return try await next(call)
    } catch {
      guard let seconds = Self.waitSeconds(error) else { throw error }
      let pause = Duration.seconds(seconds)
      await block(call.method, for: pause)
      throw Self.refusal(call.method, pause)
    }
  }

  private func block(_ method: String, for pause: Duration) async {
    let now = clock.now
    await store.block(
      method, until: now.advanced(by: pause), isLong: pause > threshold, at: now)
  }

  private func wait(_ pause: Duration) async throws(TelegramError) {
    do {
      try await clock.sleep(until: clock.now.advanced(by: pause))
    } catch {
      throw TelegramError(.closed, "The wait for Telegram's flood limit was cut short.")
    }
  }

  /// SLOWMODE_WAIT is not among these: it concerns one chat, and its sender must know.
  private static func waitSeconds(_ error: TelegramError) -> Int? {
    guard let server = error.server,
      ["FLOOD_WAIT", "FLOOD_PREMIUM_WAIT", "FLOOD_TEST_PHONE_WAIT"].contains(server.name)
    else { return nil }
    // A wait without a number, or none at all, must not become a busy loop.
    return max(server.argument ?? 60, 1)
  }

  private static func refusal(_ method: String, _ pause: Duration) -> TelegramError {
    let (whole, rest) = pause.wholeMilliseconds.quotientAndRemainder(dividingBy: 1000)
    let seconds = Int(whole) + (rest > 0 ? 1 : 0)
    return TelegramError(
      .floodWait(seconds: seconds),
      "Telegram limits how often this may be done (\(method)); it can be tried again in "
        + "\(seconds) s.")
  }
}
