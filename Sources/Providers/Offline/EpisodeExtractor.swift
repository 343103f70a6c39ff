package import Model

/// Finds the exchanges from which the owner's way of answering can be learnt.
///
/// An exchange that holds anything of ``EpisodeOmission`` is left out whole: half of it would teach
/// an answer to something that is not there. Service messages are passed over.
package struct EpisodeExtractor: Sendable {
  /// Within a burst, messages follow one another within this time.
  package var burstGap: Duration
  /// An answer comes within this time.
  package var longestWait: Duration
  /// In characters, per message.
  package var maximumTextLength: Int

  package init(
    burstGap: Duration = .seconds(15 * 60), longestWait: Duration = .seconds(12 * 3600),
    maximumTextLength: Int = 1000
  ) {
    self.burstGap = burstGap
    self.longestWait = longestWait
    self.maximumTextLength = maximumTextLength
  }

  /// - Parameters:
  ///   - messages: of any chats, in any order.
  ///   - isTwins: whether the twin, not the owner's hand, sent this outgoing message.
  package func extract(
    from messages: [Message], isTwins: (MessageReference) -> Bool = { _ in false }
  ) -> EpisodeHarvest {
    var harvest = EpisodeHarvest()
    let chats = Dictionary(grouping: messages) { $0.chat }
    for (chat, messages) in chats.sorted(by: { $0.key.marked < $1.key.marked }) {
      guard case .user = chat else {
        harvest.omitted[.notPrivate, default: 0] += messages.count
        continue
      }
      let ordered = messages.filter { !$0.isService }
        .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
      extract(from: ordered, of: chat, into: &harvest, isTwins)
    }
    return harvest
  }

  private func extract(
    from messages: [Message], of chat: PeerID, into harvest: inout EpisodeHarvest,
    _ isTwins: (MessageReference) -> Bool
  ) {
    var rest = messages[...]
    while let start = rest.firstIndex(where: { !$0.isOutgoing }) {
      rest = rest[start...]
      let incoming = rest.prefix { !$0.isOutgoing }
      rest = rest[incoming.endIndex...]
      let outgoing = rest.prefix { $0.isOutgoing }
      rest = rest[outgoing.endIndex...]
      guard let first = outgoing.first, let last = incoming.last else { return }
      let (cue, reply) = (burst(endingWith: incoming), burst(startingWith: outgoing))
      var omission = (cue + reply).compactMap { self.omission(of: $0, isTwins) }.first
      if omission == nil, last.date.duration(to: first.date) > longestWait { omission = .late }
      if let omission {
        harvest.omitted[omission, default: 0] += 1
        continue
      }
      harvest.episodes.append(
        ReplyEpisode(
          chat: chat, cue: cue.map(\.text), reply: reply.map(\.text), date: last.date,
          gap: last.date.duration(to: first.date).wholeMilliseconds))
    }
  }

  private func burst(endingWith messages: ArraySlice<Message>) -> [Message] {
    var burst: [Message] = []
    for message in messages.reversed() {
      if let next = burst.last, message.date.duration(to: next.date) > burstGap { break }
      burst.append(message)
    }
    return burst.reversed()
  }

  private func burst(startingWith messages: ArraySlice<Message>) -> [Message] {
    var burst: [Message] = []
    for message in messages {
      if let last = burst.last, last.date.duration(to: message.date) > burstGap { break }
      burst.append(message)
    }
    return burst
  }

  private func omission(
    of message: Message, _ isTwins: (MessageReference) -> Bool
  ) -> EpisodeOmission? {
    if message.isForwarded { return .forward }
    if message.viaBot != nil { return .viaBot }
    if message.isAutomatic { return .automatic }
    if message.isOutgoing, isTwins(message.reference) { return .twin }
    if message.text.allSatisfy(\.isWhitespace) { return .withoutText }
    if message.text.hasPrefix("/") { return .command }
    if message.isBareLink { return .bareLink }
    return message.text.count > maximumTextLength ? .tooLong : nil
  }
}

extension Message {
  /// Nothing but addresses.
  fileprivate var isBareLink: Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.allSatisfy { word in
      let word = word.lowercased()
      return ["http://", "https://", "www.", "t.me/", "tg://"].contains { word.hasPrefix($0) }
    }
  }
}
