internal import MTProto
internal import Model

/// What is to be done about a call for a part that has failed.
enum PartTrouble {
  /// The message has to be fetched again (core.telegram.org/api/file-references).
  case staleReference
  /// The file lies in another data center (core.telegram.org/api/errors, "303 SEE_OTHER").
  case elsewhere(dc: Int)
  case wait(seconds: Int)
  /// It may go well at the next attempt.
  case passing
  case final

  init(_ error: TelegramError) {
    switch error.code {
    case .floodWait(let seconds): self = .wait(seconds: seconds)
    case .connectionLost, .unreachable: self = .passing
    case .server(let server): self.init(server)
    case .keyRefused, .badAnswer, .invalidInput, .unknownPeer, .alreadyInUse, .closed: self = .final
    }
  }

  private init(_ error: RPCError) {
    switch error.name {
    case "FILE_REFERENCE_EXPIRED", "FILE_REFERENCE_INVALID", "FILE_REFERENCE_EMPTY",
      "FILEREF_UPGRADE_NEEDED":
      self = .staleReference
    case "FILE_MIGRATE": self = error.argument.map { .elsewhere(dc: $0) } ?? .final
    default: self = .final
    }
  }
}

/// How patient a transfer is with one part.
struct PartPatience {
  private static let attempts = 5
  /// A wait beyond it is told rather than sat out.
  private static let longestWait = 300

  private var failures = 0
  private var moves = 0

  /// Returns if it is worth another attempt.
  mutating func bear(
    _ trouble: PartTrouble, _ error: TelegramError, clock: WallClock
  ) async throws(TelegramError) {
    let pause: Duration
    switch trouble {
    case .wait(let seconds) where seconds <= Self.longestWait:
      failures += 1
      pause = .seconds(seconds)
    case .passing:
      failures += 1
      pause = .seconds(failures)
    case .elsewhere, .staleReference:
      moves += 1
      pause = .zero
    case .wait, .final: throw error
    }
    guard failures < Self.attempts, moves < 100 * Self.attempts else { throw error }
    guard pause > .zero else { return }
    do {
      try await clock.sleep(until: clock.now.advanced(by: pause))
    } catch {
      throw TelegramError(.closed, "The transfer was ended.")
    }
  }
}
