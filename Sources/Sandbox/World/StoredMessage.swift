package import Model

/// A message as it lies in one mailbox, or in the one store of a channel.
package struct StoredMessage: Sendable, Hashable {
  /// What a service message reports.
  package enum Service: Sendable, Hashable {
    case groupCreated(title: String, members: [Int64])
    case channelCreated(title: String)
  }

  /// Where a forwarded message comes from.
  package struct Forward: Sendable, Hashable {
    /// Who wrote it: a person, or the channel it was a post of.
    package let from: PeerID
    /// Of a channel's post.
    package let post: Int32?
    /// Seconds since 1970.
    package let date: Int32
  }

  /// Within the owner's mailbox, or within the channel.
  package let id: Int32
  /// The same for all copies of one message.
  package let key: Int64
  /// As the owner of the mailbox sees it.
  package let chat: PeerID
  package let author: Int64
  /// Written in the name of a channel; the author is not shown.
  package var isPost = false
  /// Seconds since 1970.
  package let date: Int32
  package var edited: Int32?
  package var text: String
  package var entities: [TextEntity] = []
  /// An id of the same mailbox or channel.
  package var replyTo: Int32?
  /// Who is named in it, or answered by it.
  package var mentions: Set<Int64> = []
  package var isSilent = false
  package var service: Service?
  /// A photo or document that it carries.
  package var file: Int64?
  package var forward: Forward?
  package var reactions: [MessageReaction] = []

  package func isOutgoing(for viewer: Int64) -> Bool { author == viewer }
}

package struct MessageReaction: Sendable, Hashable {
  package let person: Int64
  package let emoji: String
  package let date: Int32
}

package struct StoredDraft: Sendable, Hashable {
  package var text: String
  package var entities: [TextEntity]
  package var replyTo: Int32?
  package var date: Int32

  package init(text: String, entities: [TextEntity], replyTo: Int32?, date: Int32) {
    self.text = text
    self.entities = entities
    self.replyTo = replyTo
    self.date = date
  }
}

/// Messages in the order of their ids.
struct MessageLine: Sendable {
  private(set) var all: [StoredMessage] = []

  var last: StoredMessage? { all.last }

  /// The id of `message` must be above all others.
  mutating func append(_ message: StoredMessage) { all.append(message) }

  subscript(id: Int32) -> StoredMessage? {
    get {
      let index = firstIndex(from: id)
      return index < all.count && all[index].id == id ? all[index] : nil
    }
    set {
      let index = firstIndex(from: id)
      guard index < all.count, all[index].id == id else { return }
      if let newValue { all[index] = newValue } else { all.remove(at: index) }
    }
  }

  /// The index of the first message whose id is `id` or above.
  func firstIndex(from id: Int32) -> Int { all.partitioningIndex { $0.id >= id } }
}

extension RandomAccessCollection where Index == Int {
  /// The first index at which `belongsAfter` holds, in a collection where it holds from some index on.
  func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
