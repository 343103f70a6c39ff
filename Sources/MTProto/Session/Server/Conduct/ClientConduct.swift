/// Watches the ids and numbers of a client's messages
/// (core.telegram.org/mtproto/service_messages_about_messages#notice-of-ignored-error-message).
struct ClientConduct: Sendable {
  private struct Seen {
    var id: Int64
    var sequenceNumber: Int32
  }

  private(set) var received = ReplayWindow()
  /// Content messages, by rising id; only their numbers are counted.
  private var content: [Seen] = []
  /// What came under which id, to tell a repeat from another message.
  private var prints = Fingerprints()

  enum Judgement: Hashable {
    case good
    /// Received before.
    case duplicate
    /// The bad_msg_notification code.
    case refused(Int32)
  }

  /// Judges a message of its own, or a container. `now` is the server's time.
  mutating func judge(
    outer message: IncomingMessage, isContainer: Bool, now: Duration
  ) -> Judgement {
    if let judgement = judge(id: message.id, now: now) { return judgement }
    if received.contains(message.id) { return isContainer ? .refused(19) : .duplicate }
    return .good
  }

  private func judge(id: Int64, now: Duration) -> Judgement? {
    guard id & 3 == 0 else { return .refused(18) }
    let time = MessageID.time(of: id)
    if time < now - SessionLimits.idsBehind { return .refused(16) }
    if time > now + SessionLimits.idsAhead { return .refused(17) }
    return nil
  }

  /// Judges a child: its id must be below its container's; it may have been sent before.
  mutating func judge(
    child message: IncomingMessage, container: Int64, now: Duration
  ) -> Judgement {
    if let judgement = judge(id: message.id, now: now) { return judgement }
    guard message.id < container else { return .refused(64) }
    return received.contains(message.id) ? .duplicate : .good
  }

  /// The order of the numbers counts from here on.
  mutating func forgetNumbers() { content = [] }

  /// Whether a duplicate is what came under this id before, byte for byte.
  func isRepeat(_ message: IncomingMessage) -> Bool { prints.fit(message) }

  /// Judges the number of a message that is new, and takes note of both.
  mutating func admit(_ message: IncomingMessage, mustBeContent: Bool?) -> Judgement {
    if let mustBeContent, mustBeContent != message.isContent {
      return .refused(mustBeContent ? 35 : 34)
    }
    // Older than all that is remembered: whether it came before cannot be told any more.
    guard received.insert(message.id) else { return .refused(20) }
    prints.keep(message)
    guard message.isContent else { return .good }
    let place = content.lastIndex { $0.id < message.id }.map { $0 + 1 } ?? 0
    if place > 0, content[place - 1].sequenceNumber >= message.sequenceNumber {
      return .refused(32)
    }
    if place < content.count, content[place].sequenceNumber <= message.sequenceNumber {
      return .refused(33)
    }
    content.insert(Seen(id: message.id, sequenceNumber: message.sequenceNumber), at: place)
    if content.count > 2 * SessionLimits.replayWindow {
      content.removeFirst(SessionLimits.replayWindow)
    }
    return .good
  }
}
