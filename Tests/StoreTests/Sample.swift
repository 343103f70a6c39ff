import Model

@testable import Store

/// Values that the tests of the queues share.
enum Sample {
  static let account = AccountID(10_001)
  static let saved = PeerID.user(10_001)
  static let friend = PeerID.user(20_001)
  static let start = Timestamp(seconds: 1_700_000_000)

  static let policy = IntakePolicy(
    monitor: { message, chat, _ in
      chat.kind == .saved || message.chat == .user(66) ? nil : "people"
    },
    covers: { chat, _ in chat.kind == .saved || chat.id == .user(66) ? nil : "people" },
    command: { message in OwnerCommand(rawValue: String(message.text.dropFirst())) },
    confirmation: { command, message, _, cancelled in
      NewOutboxItem(
        target: saved, lane: .notice, message: nil, rule: "host",
        action: .notify(text: command.rawValue), randomID: Int64(message.id) + 9_000,
        due: message.date, text: "\(command.rawValue): \(cancelled) cancelled")
    },
    alert: { authorization in
      NewOutboxItem(
        target: saved, lane: .notice, message: nil, rule: "host",
        action: .notify(text: authorization.device), randomID: authorization.hash,
        due: authorization.date, text: authorization.device)
    }, countSince: .zero)

  static func incoming(_ id: Int32, from user: Int64 = 20_001, text: String = "hi") -> Message {
    Message(
      account: account, chat: .user(user), id: id, sender: .user(user),
      date: start.advanced(by: .seconds(Int64(id))), text: text)
  }

  static func own(_ id: Int32, to chat: PeerID = friend, text: String) -> Message {
    Message(
      account: account, chat: chat, id: id, sender: saved, isOutgoing: true,
      date: start.advanced(by: .seconds(Int64(id))), text: text)
  }

  static func reply(to message: Message, text: String = "hello", randomID: Int64) -> NewOutboxItem {
    NewOutboxItem(
      target: message.chat, lane: .speech, message: message.reference, sender: message.sender,
      rule: "friends/all", ruleHash: "1", action: .reply(text: text, quotes: false),
      randomID: randomID, due: message.date.advanced(by: .seconds(60)), text: text)
  }

  static func decision(about message: Message, at: Timestamp? = nil) -> Decision {
    let claim = Claim(rule: "friends/all", action: .reply(text: "hello", quotes: false))
    return Decision(
      message: message.reference, at: at ?? message.date, plan: Plan(claims: [claim]),
      reason: "a friend wrote", ruleSet: "abc")
  }
}

extension Store {
  @discardableResult
  func take(_ messages: Message..., at: Timestamp = Sample.start) async throws -> [Intake.Item] {
    try await take(
      EventBatch(events: messages.map { .message($0) }), account: Sample.account, at: at,
      policy: Sample.policy
    ).items
  }

  /// Takes a message and answers it.
  @discardableResult
  func answer(_ message: Message, randomID: Int64, text: String = "hello") async throws
    -> OutboxItem?
  {
    try await take(message)
    let recording = try await record(
      Sample.decision(about: message),
      items: [Sample.reply(to: message, text: text, randomID: randomID)], sender: message.sender)
    guard case .recorded(let items, _) = recording else { return nil }
    return items.first
  }
}
