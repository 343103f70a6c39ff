import Model
import Store

/// What one chat is remembered by in a simulation.
struct Conversation {
  private(set) var messages: [Message] = []
  /// Newest first.
  private(set) var traffic: [Traffic] = []
  var ownerMark: OwnerMark?
  /// Who has written, each with their first message.
  private(set) var people: [PeerID: Int32] = [:]

  /// As far as any rule can look back, and as far as the loop guard does.
  private static let longest = 400
  private static let trafficLength = 40

  mutating func add(_ message: Message, isTwin: Bool) {
    messages.append(message)
    if let sender = message.sender, people[sender] == nil { people[sender] = message.id }
    if messages.count > 2 * Self.longest { messages.removeFirst(Self.longest) }
    traffic.insert(
      Traffic(date: message.date, isOutgoing: message.isOutgoing, isTwin: isTwin), at: 0)
    if traffic.count > Self.trafficLength { traffic.removeLast() }
  }

  /// What was said before the conversation began, and moves nothing.
  mutating func recall(_ message: Message) {
    messages.append(message)
    if let sender = message.sender { people[sender] = min(people[sender] ?? .max, message.id) }
    messages.sort { $0.id < $1.id }
  }

  func isSeenBefore(_ message: Message) -> Bool {
    message.sender.flatMap { people[$0] }.map { $0 < message.id } ?? false
  }
}

/// Messages of one person to which more may come.
struct OpenBurst {
  private(set) var messages: [Message]
  let chat: Chat
  let sender: Contact?
  /// The other side of a private chat.
  let other: Contact?
  private var settle = Duration.zero
  /// When it is over if nothing more comes.
  private(set) var until: Timestamp
  /// When the last of it was seen.
  private(set) var seen: Timestamp

  init(_ message: Message, in chat: Chat, sender: Contact?, other: Contact?, at now: Timestamp) {
    messages = [message]
    self.chat = chat
    self.sender = sender
    self.other = other
    until = message.date
    seen = now
  }

  func waiting(for settle: Duration) -> OpenBurst {
    var burst = self
    burst.settle = settle
    burst.until = Burst.end(of: messages, settle: settle) ?? until
    return burst
  }

  func goesOn(with message: Message) -> Bool {
    guard let last = messages.last else { return false }
    return message.chat == last.chat && message.sender == last.sender
      && message.thread == last.thread && message.date <= until
  }

  mutating func add(_ message: Message, at now: Timestamp) {
    messages.append(message)
    until = Burst.end(of: messages, settle: settle) ?? until
    seen = max(seen, now)
  }
}
