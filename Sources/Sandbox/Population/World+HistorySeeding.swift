import Model

/// One message of a history before it is written.
private struct PastLine {
  let date: Int32
  /// As the author sees it.
  let chat: PeerID
  let author: Int64
  let text: String
  let answersLast: Bool
  /// Which chat, whoever writes.
  let thread: PeerID
}

/// A chat to be filled: its talks and its speakers, the owner first.
private struct Thread {
  let chat: PeerID
  let talks: [Talk]
  let speakers: [Int64]
  /// How long before now the last exchange ends, in seconds.
  let quiet: Int32

  /// The chat, as the speaker sees it.
  func chat(for speaker: Int64) -> PeerID {
    if case .user = chat, speaker != Cast.owner { return .user(Cast.owner) }
    return chat
  }
}

extension World {
  /// Fills the cast's chats. Ids of a mailbox rise with time over all chats, so all is laid out before
  /// it is written.
  mutating func writeHistory(messagesPerChat count: Int) {
    guard count > 0 else { return }
    var lines: [PastLine] = []
    for thread in Self.threads { lines += layOut(thread, count: count) }
    lines.sort { ($0.date, $0.thread.marked) < ($1.date, $1.thread.marked) }
    var last: [PeerID: Int64] = [:]
    for line in lines {
      var piece = Piece(author: line.author, chat: line.chat, date: line.date)
      piece.text = line.text
      piece.isHistory = true
      let readers: [Int64]
      switch line.chat {
      case .user(let other): readers = other == line.author ? [other] : [line.author, other]
      case .group(let id): readers = groups[id]?.members ?? []
      case .channel(let id): readers = channels[id]?.members ?? []
      }
      if line.answersLast, let key = last[line.thread] {
        let shelf: Shelf =
          if case .channel(let id) = line.chat { .channel(id) } else { .mailbox(line.author) }
        piece.replyTo = copies[key]?[shelf]
      }
      last[line.thread] = post(piece, to: readers, origin: nil).message.key
    }
    markAllRead()
  }

  private static var threads: [Thread] {
    let day: Int32 = 86_400
    return [
      Thread(
        chat: .user(Cast.alice), talks: Talk.privateTalks, speakers: [Cast.owner, Cast.alice],
        quiet: 3 * 3600),
      Thread(
        chat: .user(Cast.ben), talks: Talk.privateTalks, speakers: [Cast.owner, Cast.ben],
        quiet: 20 * 3600),
      Thread(
        chat: .user(Cast.clara), talks: Talk.privateTalks, speakers: [Cast.owner, Cast.clara],
        quiet: 2 * day),
      Thread(
        chat: .user(Cast.dmitri), talks: Talk.russianTalks, speakers: [Cast.owner, Cast.dmitri],
        quiet: 5 * 3600),
      Thread(
        chat: .user(Cast.emma), talks: Talk.privateTalks, speakers: [Cast.owner, Cast.emma],
        quiet: 6 * day),
      Thread(
        chat: .user(Cast.felix), talks: Talk.privateTalks, speakers: [Cast.owner, Cast.felix],
        quiet: 60 * day),
      Thread(
        chat: .user(Cast.owner), talks: Talk.notes, speakers: [Cast.owner], quiet: day),
      Thread(
        chat: Cast.football, talks: Talk.groupTalks,
        speakers: [Cast.owner, Cast.ben, Cast.clara, Cast.hugo], quiet: 8 * 3600),
      Thread(
        chat: Cast.neighbours, talks: Talk.neighbourTalks,
        speakers: [Cast.owner, Cast.alice, Cast.clara, Cast.emma, Cast.felix], quiet: 11 * 3600),
      Thread(
        chat: Cast.news, talks: Talk.newsItems, speakers: [Cast.owner, Cast.emma],
        quiet: 4 * 3600),
    ]
  }

  /// Exchanges backwards from now: a few minutes within one, hours to days between two.
  private mutating func layOut(_ thread: Thread, count: Int) -> [PastLine] {
    var lines: [PastLine] = []
    var date = now &- thread.quiet
    // A long history must not reach back further than the chats exist.
    let widest = max(2, min(3 * 86_400, 380 * 86_400 / Int32(clamping: count)))
    while lines.count < count {
      guard let talk = thread.talks.randomElement(using: &generator) else { break }
      let filled = talk.filled(using: &generator).suffix(count - lines.count)
      for (index, line) in filled.enumerated().reversed() {
        let speaker = thread.speakers[line.speaker % thread.speakers.count]
        lines.append(
          PastLine(
            date: date, chat: thread.chat(for: speaker), author: speaker, text: line.text,
            answersLast: index > 0 && Int.random(in: 0..<8, using: &generator) == 0,
            thread: thread.chat))
        date &-= Int32.random(in: 1...min(240, widest), using: &generator)
      }
      date &-= Int32.random(in: 1...widest, using: &generator)
    }
    return lines
  }

  /// Everybody has read everything, but for a few newest messages of the group and of the channel.
  private mutating func markAllRead() {
    for owner in mailboxes.keys {
      for chat in mailboxes[owner]?.chats.keys.map({ $0 }) ?? [] {
        let all = messages(in: chat, for: owner, above: 0)
        let unread = owner == Cast.owner ? [Cast.football: 2, Cast.news: 3][chat] ?? 0 : 0
        mailboxes[owner]?.chats[chat]?.readInbox = all.dropLast(unread).last?.id ?? 0
        mailboxes[owner]?.chats[chat]?.readOutbox = all.last?.id ?? 0
      }
    }
  }
}
