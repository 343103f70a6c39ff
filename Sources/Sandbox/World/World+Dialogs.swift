package import Model

/// A line of the chat list.
package struct Dialog: Sendable, Hashable {
  package let chat: PeerID
  package let state: ChatState
  package let top: StoredMessage
  package let unread: Int32
  package let unreadMentions: Int32
  /// Channels only.
  package let pts: Int32?
}

/// Where a page of dialogs begins: after the dialog with this top message.
package struct DialogOffset: Sendable, Hashable {
  package var date: Int32
  package var id: Int32
  package var chat: PeerID?

  package init(date: Int32, id: Int32, chat: PeerID?) {
    self.date = date
    self.id = id
    self.chat = chat
  }
}

extension World {
  /// Pinned ones first, then by the date of their last message, newest first.
  package func dialogs(of owner: Int64) -> [Dialog] {
    let known = mailboxes[owner]?.chats.keys.compactMap { dialog($0, of: owner) } ?? []
    return known.sorted { left, right in
      switch (left.state.pinnedRank, right.state.pinnedRank) {
      case (let first?, let second?): return first < second
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return Self.rank(left) > Self.rank(right)
      }
    }
  }

  /// One page of the dialogs, and how many there are without regard to the offset.
  ///
  /// - Parameters:
  ///   - isArchived: nil for all folders.
  package func dialogs(
    of owner: Int64, isArchived: Bool?, withoutPinned: Bool, after offset: DialogOffset?,
    limit: Int
  ) -> (page: [Dialog], total: Int) {
    let all = dialogs(of: owner).filter { dialog in
      (isArchived == nil || dialog.state.isArchived == isArchived)
        && !(withoutPinned && dialog.state.pinnedRank != nil)
    }
    var rest = all[...]
    if let offset {
      // A pinned dialog belongs to the first page only.
      rest = all.filter { $0.state.pinnedRank == nil && Self.isAfter(offset, $0) }[...]
    }
    return (Array(rest.prefix(max(0, min(limit, limits.page)))), all.count)
  }

  package func dialog(_ chat: PeerID, of owner: Int64) -> Dialog? {
    guard let mailbox = mailboxes[owner] else { return nil }
    let state = mailbox.chats[chat] ?? ChatState()
    let top: StoredMessage?
    var pts: Int32?
    if case .channel(let id) = chat {
      guard let channel = channels[id], channel.members.contains(owner) else { return nil }
      top = channel.line.last
      pts = channel.pts
    } else {
      top = state.ids.last.flatMap { mailbox.line[$0] }
    }
    guard let top else { return nil }
    let (unread, mentions) = unread(in: chat, for: owner)
    return Dialog(
      chat: chat, state: state, top: top, unread: unread, unreadMentions: mentions, pts: pts)
  }

  /// Nil takes the pin away.
  package mutating func pin(_ chat: PeerID, of owner: Int64, rank: Int?) {
    mailboxes[owner]?.chats[chat, default: ChatState()].pinnedRank = rank
  }

  package mutating func archive(_ chat: PeerID, of owner: Int64, _ isArchived: Bool = true) {
    mailboxes[owner]?.chats[chat, default: ChatState()].isArchived = isArchived
  }

  package mutating func mute(_ chat: PeerID, of owner: Int64, _ isMuted: Bool = true) {
    mailboxes[owner]?.chats[chat, default: ChatState()].isMuted = isMuted
  }

  private static func rank(_ dialog: Dialog) -> (Int32, Int32, Int64) {
    (dialog.top.date, dialog.top.id, dialog.chat.marked)
  }

  private static func isAfter(_ offset: DialogOffset, _ dialog: Dialog) -> Bool {
    guard offset.date > 0 else { return dialog.top.id < offset.id }
    guard let chat = offset.chat, offset.id > 0 else { return dialog.top.date < offset.date }
    return rank(dialog) < (offset.date, offset.id, chat.marked)
  }
}
