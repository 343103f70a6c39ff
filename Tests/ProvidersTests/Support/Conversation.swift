import Model

@testable import Providers

/// Writes a private chat line by line, a minute after another unless said otherwise.
struct Conversation {
  private(set) var messages: [Message] = []
  private let chat: PeerID
  private var date: Timestamp

  init(_ chat: Int64, from date: Timestamp = Timestamp(seconds: 1_700_000_000)) {
    self.chat = .user(chat)
    self.date = date
  }

  mutating func they(
    _ text: String, after minutes: Int64 = 1, _ change: (inout Message) -> Void = { _ in }
  ) {
    write(text, isOutgoing: false, after: minutes, change)
  }

  mutating func i(
    _ text: String, after minutes: Int64 = 1, _ change: (inout Message) -> Void = { _ in }
  ) {
    write(text, isOutgoing: true, after: minutes, change)
  }

  private mutating func write(
    _ text: String, isOutgoing: Bool, after minutes: Int64, _ change: (inout Message) -> Void
  ) {
    date = date.advanced(by: .seconds(60 * minutes))
    var message = Message(
      account: AccountID(1), chat: chat, id: Int32(messages.count + 1),
      sender: isOutgoing ? .user(1) : chat, isOutgoing: isOutgoing, date: date, text: text)
    change(&message)
    messages.append(message)
  }
}

extension ReplyEpisode {
  init(_ chat: Int64, _ cue: String, _ reply: String, day: Int64 = 0) {
    self.init(
      chat: .user(chat), cue: [cue], reply: [reply], date: Timestamp(seconds: day * 86400),
      gap: 1000)
  }
}
