import TL
import TelegramSchema

extension Suite {
  /// One page of a chat's history, as Telegram answers it: 100 messages with their 20 writers.
  static let schema = Suite(name: "schema") {
    let page = try Page()
    let reading = Work("reading each byte once", unit: .bytes, amount: page.bytes.count) {
      var sum: UInt8 = 0
      for _ in 0..<$0 { for byte in page.bytes { sum ^= byte &+ sum &* 31 } }
      try keep(sum)
    }
    return [
      Contest(
        subject: Work("TL decode, a page of history", unit: .bytes, amount: page.bytes.count) {
          for _ in 0..<$0 { try keep(API.Messages.Messages(bytes: page.bytes)) }
        }, baseline: reading),
      Contest(
        subject: Work("TL encode, a page of history", unit: .bytes, amount: page.bytes.count) {
          for _ in 0..<$0 { try keep(page.value.encoded()) }
        }, baseline: reading),
      Contest(
        subject: Work("TL skip by the table", unit: .bytes, amount: page.bytes.count) {
          for _ in 0..<$0 {
            var reader = TLReader(page.bytes)
            try SchemaTable.skip(&reader)
            try keep(reader.position)
          }
        }, baseline: reading),
    ]
  }

  private struct Page: Sendable {
    let value: API.Messages.Messages
    let bytes: [UInt8]

    init() throws {
      let messages = (0..<100).map { Self.message(Int32($0)) }
      let users = (0..<20).map { Self.user(Int64($0)) }
      value = .messages(.init(messages: messages, topics: [], chats: [], users: users))
      bytes = value.encoded()
    }

    private static func message(_ id: Int32) -> API.Message {
      .message(
        .init(
          id: id, fromId: .peerUser(.init(userId: Int64(id) % 20)),
          peerId: .peerUser(.init(userId: 7)),
          replyTo: id % 3 == 0 ? .messageReplyHeader(.init(replyToMsgId: 5)) : nil,
          date: 1_700_000_000 + id,
          message: "Bis morgen am üblichen Ort, und до завтра; see you at \(id) o'clock!",
          entities: id % 4 == 0
            ? [
              .messageEntityBold(.init(offset: 0, length: 5)),
              .messageEntityUrl(.init(offset: 7, length: 9)),
            ] : nil))
    }

    private static func user(_ id: Int64) -> API.User {
      .user(
        .init(
          id: id, accessHash: 77 &* id, firstName: "First", lastName: "Surname",
          username: "user_name\(id)", phone: "+15550100000",
          status: .userStatusRecently(.init())))
    }
  }
}

/// Keeps the optimiser from leaving out what nobody looks at.
@inline(never)
@_optimize(none)
func keep<Value>(_ value: Value) throws {}
