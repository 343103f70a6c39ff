import Model
import Rules
import Store
import Synchronization

/// What was learnt for an answer.
struct LearntStyle: Sendable {
  var trace: StyleTrace
  /// Nil: the answer is one message.
  var row: MessageRow?
}

/// Keeps the styles that were learnt, by chat, and learns them anew when they are asked for after a while or
/// under other rules: nothing is done for a message that no persona with a learnt style answers.
final class StyleKeeper: Sendable {
  private struct Entry<Value: Sendable>: Sendable {
    var value: Value
    var at: Timestamp
  }

  private struct State {
    /// Of the rules by which it was learnt.
    var fingerprint = ""
    var shared: Entry<[OwnWriting]>?
    var profiles: [PeerID: Entry<StyleProfile>] = [:]
  }

  /// How long a style is taken for what it was.
  static let lasting = Duration.seconds(6 * 3600)
  private static let mostChats = 500

  private let parts: EngineParts
  private let book: RuleBook
  private let state = Mutex(State())

  init(parts: EngineParts, book: RuleBook) {
    self.parts = parts
    self.book = book
  }

  /// What a persona that takes so much of the owner's style is told in a chat.
  ///
  /// - Parameter inRows: its answers may be sent as several messages, if that is the owner's habit.
  func style(for chat: PeerID, amount: Double, inRows: Bool) async throws -> LearntStyle {
    let profile = try await profile(for: chat)
    let row = inRows ? MessageRow(profile) : nil
    var trace = StyleTrace(amount: amount, messages: profile.messages, chats: profile.chats)
    if profile.messages < StyleLibrary.least {
      trace.reason =
        "too few messages of \(parts.owner.fullName)'s own for a style: \(profile.messages) of the "
        + "\(StyleLibrary.least) that it takes"
    } else {
      trace.text = profile.instructions(amount: amount, row: row)
    }
    return LearntStyle(trace: trace, row: row)
  }

  private func profile(for chat: PeerID) async throws -> StyleProfile {
    let rules = book.current
    let now = parts.clock.now
    if let known = fresh(rules.fingerprint, at: now, { $0.profiles[chat] }) { return known }
    let library = StyleLibrary(
      store: parts.store, account: parts.account, owner: parts.owner, rules: rules)
    let writings = try await library.writings(for: chat) {
      if let known = fresh(rules.fingerprint, at: now, \.shared) { return known }
      let shared = try await library.shared()
      keep(rules.fingerprint) { $0.shared = Entry(value: shared, at: now) }
      return shared
    }
    let profile = StyleProfile(of: writings)
    keep(rules.fingerprint) { state in
      if state.profiles.count >= Self.mostChats { state.profiles.removeAll() }
      state.profiles[chat] = Entry(value: profile, at: now)
    }
    return profile
  }

  private func fresh<Value: Sendable>(
    _ fingerprint: String, at now: Timestamp, _ entry: (State) -> Entry<Value>?
  ) -> Value? {
    state.withLock { state in
      guard state.fingerprint == fingerprint, let entry = entry(state),
        entry.at.duration(to: now) < Self.lasting
      else { return nil }
      return entry.value
    }
  }

  private func keep(_ fingerprint: String, _ change: (inout State) -> Void) {
    state.withLock { state in
      if state.fingerprint != fingerprint { state = State(fingerprint: fingerprint) }
      change(&state)
    }
  }
}
