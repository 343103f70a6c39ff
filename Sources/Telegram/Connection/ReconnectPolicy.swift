internal import Model

/// When to try which address again. A value: its driver reports what happened and waits.
///
/// mtproto.md 22: backoff 1, 2, 4 ... 30 s; a server that does not know the data center (-444) is left
/// for the next address at once.
package struct ReconnectPolicy: Sendable {
  package enum Ending: Sendable, Hashable {
    /// No connection came about.
    case refused
    /// It stood and was proven, then ended.
    case lost
    /// Too many connections or bytes, -429.
    case overloaded
    /// The server does not serve this data center, -444.
    case wrongDataCenter
  }

  package struct Attempt: Sendable, Hashable {
    package var address: ServerAddress
    package var pause: Duration
  }

  package static let longestPause = Duration.seconds(30)

  private let addresses: [ServerAddress]
  private var index = 0
  private var failures = 0
  /// Refusals in a row, to notice when each address was tried.
  private var unproven = 0

  /// - Parameter addresses: at least one; the first is tried first.
  package init(first: ServerAddress, others: [ServerAddress] = []) {
    addresses = [first] + others.filter { $0 != first }
  }

  package var first: Attempt { Attempt(address: addresses[index], pause: .zero) }

  /// What to try next, and after which pause.
  ///
  /// - Parameter random: spreads the pauses, so that many clients do not come back in step.
  package mutating func next(
    after ending: Ending, using random: inout some RandomNumberGenerator
  ) -> Attempt {
    switch ending {
    case .lost:
      // The address is good: at once, with growing pauses if it goes on being lost.
      unproven = 0
      defer { failures += 1 }
      return attempt(pause: failures == 0 ? .zero : pause(failures - 1, &random))
    case .wrongDataCenter:
      moveOn()
      unproven += 1
      guard unproven % addresses.count == 0 else { return attempt(pause: .zero) }
    case .refused:
      moveOn()
      unproven += 1
    case .overloaded:
      break
    }
    defer { failures += 1 }
    return attempt(pause: pause(failures, &random))
  }

  /// The connection carries answers.
  package mutating func succeeded() {
    failures = 0
    unproven = 0
  }

  private mutating func moveOn() { index = (index + 1) % addresses.count }

  private func attempt(pause: Duration) -> Attempt {
    Attempt(address: addresses[index], pause: pause)
  }

  private func pause(
    _ exponent: Int, _ random: inout some RandomNumberGenerator
  ) -> Duration {
    let whole = min(Duration.seconds(1 << min(exponent, 5)), Self.longestPause)
    return whole * Double.random(in: 0.8...1, using: &random)
  }
}
