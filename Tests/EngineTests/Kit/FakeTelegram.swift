import Foundation
import Model
import Synchronization

/// The far side of a messenger, which outlives the engine: it executes each random id once, gives ids,
/// and fails as it is told to.
final class FakeTelegram: Messenger {
  struct Delivery: Sendable, Hashable {
    var id: Int32
    var chat: PeerID
    var text: String
    var randomID: Int64
    var replyTo: Int32?
    var attachment: Attachment?
    var at: Timestamp
    /// Of a message that was passed on.
    var original: MessageReference?
  }

  enum Trouble: Sendable {
    /// Fails without executing.
    case fail(MessengerError)
    /// Executes, and says of a repetition further down that it failed.
    case executeThenFail(MessengerError)
    /// Executes, and the answer is lost.
    case loseAnswer
    /// Executes, and never answers while the caller lives.
    case hang
  }

  private struct State {
    var delivered: [Delivery] = []
    var acts: [String] = []
    var attempts: [Int64] = []
    var troubles: [Trouble] = []
    var nextID: Int32 = 5_000
    var uploads: [Upload] = []
    var uploadTroubles: [MessengerError] = []
    var past: [Message] = []
    var files: [Int32: [UInt8]] = [:]
    var historyTrouble: MessengerError?
    var hung = 0
    var hungWaiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let clock: WallClock
  /// Called with each delivery before the answer to the send.
  private let echo: @Sendable (Delivery) async -> Void

  init(clock: WallClock, echo: @escaping @Sendable (Delivery) async -> Void = { _ in }) {
    self.clock = clock
    self.echo = echo
  }

  var delivered: [Delivery] { state.withLock(\.delivered) }
  var attempts: [Int64] { state.withLock(\.attempts) }
  /// What was done beside sending, in order: `read u:5 17`.
  var acts: [String] { state.withLock(\.acts) }

  /// The next sends meet these, one each.
  func prepare(_ troubles: Trouble...) {
    state.withLock { $0.troubles += troubles }
  }

  func setNextID(_ id: Int32) { state.withLock { $0.nextID = id } }

  func setHistory(_ messages: [Message]) { state.withLock { $0.past = messages } }

  func refuseHistory(_ error: MessengerError) { state.withLock { $0.historyTrouble = error } }

  /// Returns once a send hangs.
  func waitForHang() async {
    await withCheckedContinuation { continuation in
      let isReady = state.withLock { state in
        if state.hung > 0 { return true }
        state.hungWaiters.append(continuation)
        return false
      }
      if isReady { continuation.resume() }
    }
  }

  func send(_ message: OutgoingMessage) async throws(MessengerError) -> SentMessage {
    try await attempt(
      Delivery(
        id: 0, chat: message.chat, text: message.text, randomID: message.randomID,
        replyTo: message.replyTo, attachment: message.attachment, at: clock.now))
  }

  func forward(_ message: ForwardedMessage) async throws(MessengerError) -> SentMessage {
    try await attempt(
      Delivery(
        id: 0, chat: message.to, text: "forwarded", randomID: message.randomID, at: clock.now,
        original: MessageReference(account: World.account, chat: message.chat, id: message.id)))
  }

  private func attempt(_ message: Delivery) async throws(MessengerError) -> SentMessage {
    let trouble = state.withLock { state -> Trouble? in
      state.attempts.append(message.randomID)
      return state.troubles.isEmpty ? nil : state.troubles.removeFirst()
    }
    if case .fail(let error)? = trouble { throw error }
    let (delivery, isNew) = execute(message)
    if isNew { await echo(delivery) }
    switch trouble {
    case .executeThenFail(let error)?:
      throw error
    case .loseAnswer?:
      throw MessengerError(code: .unreachable, message: "The answer was lost.")
    case .hang?:
      await hang()
      throw MessengerError(code: .unreachable, message: "The connection was closed.")
    case .fail?, nil:
      return SentMessage(id: delivery.id, date: delivery.at)
    }
  }

  /// The state of each upload when it began.
  var uploads: [Upload] { state.withLock(\.uploads) }

  /// The next uploads fail, after some parts.
  func prepareUploads(_ troubles: MessengerError...) {
    state.withLock { $0.uploadTroubles += troubles }
  }

  /// Four parts each.
  func upload(
    _ attachment: Attachment, from upload: Upload?, note log: @escaping UploadLog
  ) async throws(MessengerError) -> Upload {
    let (begun, trouble) = state.withLock { state in
      let begun =
        upload ?? Upload(fileID: Int64(state.uploads.count + 1), size: 4, modified: 1)
      state.uploads.append(begun)
      return (begun, state.uploadTroubles.isEmpty ? nil : state.uploadTroubles.removeFirst())
    }
    var now = begun
    do {
      while now.parts < 4 {
        now.parts += 1
        try await log(now)
        if now.parts >= 2, let trouble { throw trouble }
      }
    } catch {
      throw error as? MessengerError
        ?? MessengerError(code: .unreachable, message: "The upload was ended.")
    }
    now.isComplete = true
    return now
  }

  private func execute(_ message: Delivery) -> (Delivery, isNew: Bool) {
    state.withLock { state in
      if let known = state.delivered.first(where: { $0.randomID == message.randomID }) {
        return (known, false)
      }
      var delivery = message
      delivery.id = state.nextID
      state.delivered.append(delivery)
      state.nextID += 1
      return (delivery, true)
    }
  }

  /// Until the caller's task is cancelled.
  private func hang() async {
    let waiters = state.withLock { state in
      state.hung += 1
      defer { state.hungWaiters = [] }
      return state.hungWaiters
    }
    for waiter in waiters { waiter.resume() }
    // Ends by cancellation alone, which is not an error here.
    try? await clock.sleep(until: Timestamp(milliseconds: .max), tolerance: nil)
  }

  /// What is fetched, by the message's id; what is not there is gone.
  func setFile(_ bytes: [UInt8], of message: Int32) {
    state.withLock { $0.files[message] = bytes }
  }

  func download(
    _ message: Message, to path: String, largest: Int64
  ) async throws(MessengerError) {
    note("download \(message.chat) \(message.id)")
    guard let bytes = state.withLock({ $0.files[message.id] }), bytes.count <= largest else {
      throw MessengerError(code: .refused, message: "The file is gone.")
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw MessengerError(code: .unreachable, message: "\(error)")
    }
  }

  func show(_ activity: Activity, in chat: PeerID) async throws(MessengerError) {
    note("\(activity.rawValue) \(chat)")
  }

  func markRead(_ chat: PeerID, upTo message: Int32) async throws(MessengerError) {
    note("read \(chat) \(message)")
  }

  func react(with emoji: String, to message: Int32, in chat: PeerID) async throws(MessengerError) {
    note("react \(chat) \(message) \(emoji)")
  }

  func saveDraft(_ text: String, replyTo: Int32?, in chat: PeerID) async throws(MessengerError) {
    note("draft \(chat) \(text)")
  }

  func history(
    of chat: PeerID, limit: Int, before: Int32?
  ) async throws(MessengerError) -> [Message] {
    if let error = state.withLock(\.historyTrouble) { throw error }
    let past = state.withLock(\.past).filter { message in
      message.chat == chat && before.map { message.id < $0 } ?? true
    }
    return Array(past.sorted { $0.id > $1.id }.prefix(limit))
  }

  private func note(_ act: String) { state.withLock { $0.acts.append(act) } }
}
