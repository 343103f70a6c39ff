package import Model

/// Which stretch of a chat is asked for (core.telegram.org/api/offsets).
package struct HistoryQuery: Sendable, Hashable {
  /// Only messages below this id; 0: from the newest.
  package var offsetID: Int32 = 0
  /// Only messages before this second; 0: no bound. An `offsetID` goes first.
  package var offsetDate: Int32 = 0
  /// Moves the stretch by so many messages, towards older ones if positive.
  package var addOffset: Int32 = 0
  package var limit: Int32
  /// Only ids below it; 0: no bound.
  package var maxID: Int32 = 0
  /// Only ids above it; 0: no bound.
  package var minID: Int32 = 0

  package init(limit: Int32) { self.limit = limit }
}

package struct HistoryPage: Sendable, Hashable {
  /// Newest first.
  package let messages: [StoredMessage]
  /// In the whole chat, or among all that fit the search.
  package let total: Int

  package var isWhole: Bool { messages.count == total }
}

extension World {
  package func history(
    of chat: PeerID, for viewer: Int64, _ query: HistoryQuery
  ) throws(Refusal) -> HistoryPage {
    if case .channel(let id) = chat {
      guard let channel = channels[id] else { throw .channelInvalid }
      return page(of: channel.line.all, query)
    }
    let line = mailboxes[viewer]?.line ?? MessageLine()
    let ids = mailboxes[viewer]?.chats[chat]?.ids ?? []
    let range = range(query, count: ids.count) {
      ids[$0]
    } date: {
      line[ids[$0]]?.date ?? 0
    }
    return cut(ids[range].compactMap { line[$0] }, query, total: ids.count)
  }

  /// Messages that hold `text`, in one chat or, with nil, in all of the viewer's mailbox.
  package func search(
    _ text: String, in chat: PeerID?, from author: Int64? = nil, for viewer: Int64,
    minDate: Int32 = 0, maxDate: Int32 = 0, _ query: HistoryQuery
  ) -> HistoryPage {
    let needle = text.lowercased()
    let all: [StoredMessage]
    if let chat {
      all = Array(messages(in: chat, for: viewer, above: 0))
    } else {
      all = mailboxes[viewer]?.line.all ?? []
    }
    let found = all.filter { message in
      (author == nil || message.author == author)
        && (needle.isEmpty || message.text.lowercased().contains(needle))
        && (minDate <= 0 || message.date >= minDate)
        && (maxDate <= 0 || message.date <= maxDate)
    }
    return page(of: found, query)
  }

  /// Ascending, with ids above `id`.
  func messages(in chat: PeerID, for viewer: Int64, above id: Int32) -> [StoredMessage] {
    if case .channel(let channel) = chat {
      guard let line = channels[channel]?.line else { return [] }
      return Array(line.all[line.firstIndex(from: id &+ 1)...])
    }
    guard let mailbox = mailboxes[viewer], let ids = mailbox.chats[chat]?.ids else { return [] }
    return ids[ids.partitioningIndex { $0 > id }...].compactMap { mailbox.line[$0] }
  }

  private func page(of all: [StoredMessage], _ query: HistoryQuery) -> HistoryPage {
    let range = range(query, count: all.count) {
      all[$0].id
    } date: {
      all[$0].date
    }
    return cut(Array(all[range]), query, total: all.count)
  }

  private func cut(_ stretch: [StoredMessage], _ query: HistoryQuery, total: Int) -> HistoryPage {
    let messages = stretch.reversed().filter {
      (query.maxID <= 0 || $0.id < query.maxID) && $0.id > query.minID
    }
    return HistoryPage(messages: messages, total: total)
  }

  /// The stretch, as indices of an ascending list. A page that begins beyond the newest message is
  /// shorter rather than moved.
  private func range(
    _ query: HistoryQuery, count: Int, id: (Int) -> Int32, date: (Int) -> Int32
  ) -> Range<Int> {
    var end = count
    if query.offsetID > 0 {
      end = (0..<count).partitioningIndex { id($0) >= query.offsetID }
    } else if query.offsetDate > 0 {
      end = (0..<count).partitioningIndex { date($0) >= query.offsetDate }
    }
    end -= Int(query.addOffset)
    let limit = min(Int(max(query.limit, 0)), limits.page)
    let start = min(max(end - limit, 0), count)
    return start..<max(start, min(end, count))
  }
}

extension World {
  /// A message of the viewer's own mailbox, whatever its chat.
  package func message(_ id: Int32, of viewer: Int64) -> StoredMessage? {
    mailboxes[viewer]?.line[id]
  }
}
