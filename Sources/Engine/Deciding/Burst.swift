import Model

/// Messages that one person wrote in quick succession, and that are decided as one.
enum Burst {
  /// The first waits so many times the silence at most.
  private static let longest = 10

  /// Those at the front that follow each other within the silence that ends a burst.
  static func front(of messages: [Message], settle: Duration) -> [Message] {
    var burst: [Message] = []
    for message in messages {
      if let last = burst.last, last.date.duration(to: message.date) > settle { break }
      burst.append(message)
    }
    return burst
  }

  /// When the burst is over if nothing more comes.
  static func end(of burst: [Message], settle: Duration) -> Timestamp? {
    guard let first = burst.first, let last = burst.last else { return nil }
    return min(
      last.date.advanced(by: settle),
      first.date.advanced(by: settle * longest))
  }

  static func reason(_ last: Message) -> String {
    "decided as one with message \(last.id), as its writer went on"
  }
}

extension Message {
  /// This message with what its writer wrote just before: the texts in lines, all that was mentioned and
  /// attached.
  func joined(after earlier: [Message]) -> Message {
    guard !earlier.isEmpty else { return self }
    var whole = self
    whole.text = ""
    whole.entities = []
    for message in earlier + [self] where !message.text.isEmpty {
      if !whole.text.isEmpty { whole.text += "\n" }
      let start = Int32(clamping: whole.text.utf16.count)
      whole.text += message.text
      whole.entities += message.entities.map { entity in
        var entity = entity
        entity.offset = Int32(clamping: Int(entity.offset) + Int(start))
        return entity
      }
    }
    let heard = (earlier + [self]).compactMap(\.transcript)
    if heard.count > 1, let last = heard.last {
      whole.transcript = last
      whole.transcript?.text = heard.map(\.text).joined(separator: "\n")
    } else {
      whole.transcript = heard.last
    }
    whole.media = media ?? earlier.last { $0.media != nil }?.media
    whole.mentionsOwner = mentionsOwner || earlier.contains(where: \.mentionsOwner)
    whole.repliesToOwner = repliesToOwner || earlier.contains(where: \.repliesToOwner)
    return whole
  }
}
