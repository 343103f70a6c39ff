package import Model
import Synchronization

/// Notes what it would have done, and does nothing.
package final class DryRunMessenger: Messenger {
  package enum Act: Sendable, Hashable {
    case sent(OutgoingMessage, id: Int32)
    case forwarded(ForwardedMessage, id: Int32)
    case uploaded(Attachment)
    case downloaded(MessageReference)
    case showed(Activity, PeerID)
    case read(PeerID, upTo: Int32)
    case reacted(String, to: Int32, in: PeerID)
    case drafted(String, replyTo: Int32?, in: PeerID)
  }

  private struct State {
    var acts: [Act] = []
    var ids: [Int64: SentMessage] = [:]
    var next: Int32
  }

  private let state: Mutex<State>
  private let clock: WallClock
  private let past: @Sendable (_ chat: PeerID, _ limit: Int, _ before: Int32?) async -> [Message]

  /// - Parameters:
  ///   - firstID: the id that the first message gets.
  ///   - history: what it tells when asked for the history of a chat, newest first.
  package init(
    clock: WallClock, firstID: Int32 = 1_000_000,
    history: @escaping @Sendable (PeerID, Int, Int32?) async -> [Message] = { _, _, _ in [] }
  ) {
    state = Mutex(State(next: firstID))
    self.clock = clock
    past = history
  }

  /// In order.
  package var acts: [Act] { state.withLock(\.acts) }

  package func send(_ message: OutgoingMessage) async throws(MessengerError) -> SentMessage {
    once(message.randomID) { .sent(message, id: $0) }
  }

  package func forward(_ message: ForwardedMessage) async throws(MessengerError) -> SentMessage {
    once(message.randomID) { .forwarded(message, id: $0) }
  }

  private func once(_ randomID: Int64, _ act: (Int32) -> Act) -> SentMessage {
    state.withLock { state in
      if let known = state.ids[randomID] { return known }
      let sent = SentMessage(id: state.next, date: clock.now)
      state.acts.append(act(state.next))
      state.ids[randomID] = sent
      state.next += 1
      return sent
    }
  }

  package func upload(
    _ attachment: Attachment, from upload: Upload?, note log: @escaping UploadLog
  ) async throws(MessengerError) -> Upload {
    note(.uploaded(attachment))
    return Upload(
      fileID: upload?.fileID ?? 1, size: 0, modified: 0, parts: 1, isComplete: true)
  }

  /// There is nothing to be had in a dry run.
  package func download(
    _ message: Message, to path: String, largest: Int64
  ) async throws(MessengerError) {
    note(.downloaded(message.reference))
    throw MessengerError(code: .refused, message: "Nothing is fetched in a dry run.")
  }

  package func show(_ activity: Activity, in chat: PeerID) async throws(MessengerError) {
    note(.showed(activity, chat))
  }

  package func markRead(_ chat: PeerID, upTo message: Int32) async throws(MessengerError) {
    note(.read(chat, upTo: message))
  }

  package func react(
    with emoji: String, to message: Int32, in chat: PeerID
  ) async throws(MessengerError) {
    note(.reacted(emoji, to: message, in: chat))
  }

  package func saveDraft(
    _ text: String, replyTo: Int32?, in chat: PeerID
  ) async throws(MessengerError) {
    note(.drafted(text, replyTo: replyTo, in: chat))
  }

  package func history(
    of chat: PeerID, limit: Int, before: Int32?
  ) async throws(MessengerError) -> [Message] {
    await past(chat, limit, before)
  }

  private func note(_ act: Act) { state.withLock { $0.acts.append(act) } }
}
