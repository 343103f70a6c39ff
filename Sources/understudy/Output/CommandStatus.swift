import ArgumentParser

/// What the process tells its caller. Each value has one meaning, and scripts may rely on it.
enum CommandStatus: Int32, CaseIterable {
  /// Problems were found in what was checked, or something asked for does not exist.
  case problems = 1
  /// The command could not run as it was asked: options, files, settings.
  case usage = 2
  case wrongCode = 10
  case wrongPassword = 11
  /// Telegram, or the server put in its place, cannot be reached.
  case noNetwork = 12
  /// The server is not the one whose public key we have.
  case keyRefused = 13
  /// Telegram refuses for now: too many attempts.
  case tooManyAttempts = 14
  /// The account is not logged in, or its session has ended.
  case notLoggedIn = 15
  /// Telegram refuses for another reason, which the text names.
  case refused = 16
  /// Another process works with the same home.
  case inUse = 17
  /// Nobody reads what is printed any more (`understudy history | head -1`): what a shell shows for
  /// SIGPIPE.
  case outputClosed = 141

  var code: ExitCode { ExitCode(rawValue) }
}
