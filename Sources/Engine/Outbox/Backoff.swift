/// How long to wait before the next attempt.
enum Backoff {
  /// After a send that nobody answered: 1 s, doubling to 1 min.
  static func sending(attempt: Int) -> Duration {
    .seconds(min(60, 1 << min(max(attempt - 1, 0), 6)))
  }

  /// After a model that could not answer; nil: give up.
  static func composing(refusals: Int) -> Duration? {
    let waits: [Duration] = [.seconds(10), .seconds(60), .seconds(300)]
    return refusals < waits.count ? waits[refusals] : nil
  }

  /// After a voice provider that could not speak; nil: it is sent in writing.
  static func speaking(refusals: Int) -> Duration? {
    let waits: [Duration] = [.seconds(10), .seconds(60)]
    return refusals < waits.count ? waits[refusals] : nil
  }

  /// Uploads of one file that the server loses before it is sent.
  static let uploads = 10

  /// After a failure of our own, such as a full disk.
  static let ownFailure = Duration.seconds(5)
  /// Before the next try of an account that must log in again.
  static let needsLogin = Duration.seconds(600)
  /// Before the next try of an account whose sending is frozen.
  static let frozen = Duration.seconds(3600)
}
