// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Dialog`
  package enum Dialog: TLDecodable, TLEncodable {
    indirect case dialog(API.Dialog.Dialog)
    indirect case dialogCommunity(API.Dialog.DialogCommunity)
    indirect case dialogFolder(API.Dialog.DialogFolder)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xfc89f7f3:
        self = .dialog(try API.Dialog.Dialog(body: &reader))
      case 0xf78a0973:
        self = .dialogCommunity(try API.Dialog.DialogCommunity(body: &reader))
      case 0x71bd134c:
        self = .dialogFolder(try API.Dialog.DialogFolder(body: &reader))
      default:
        throw reader.unknown(id, in: "Dialog")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .dialog(let value): writer.constructor(0xfc89f7f3); value.encodeBody(to: &writer)
      case .dialogCommunity(let value): writer.constructor(0xf78a0973); value.encodeBody(to: &writer)
      case .dialogFolder(let value): writer.constructor(0x71bd134c); value.encodeBody(to: &writer)
      }
    }

    /// `dialog#fc89f7f3`
    package struct Dialog: Sendable {
      package static var constructorID: UInt32 { 0xfc89f7f3 }
      package let pinned: Bool
      package let unreadMark: Bool
      package let viewForumAsMessages: Bool
      package let peer: API.Peer
      package let topMessage: Int32
      package let readInboxMaxId: Int32
      package let readOutboxMaxId: Int32
      package let unreadCount: Int32
      package let unreadMentionsCount: Int32
      package let unreadReactionsCount: Int32
      package let unreadPollVotesCount: Int32
      package let notifySettings: API.PeerNotifySettings
      package let pts: Int32?
      package let draft: API.DraftMessage?
      package let folderId: Int32?
      package let ttlPeriod: Int32?

      package init(pinned: Bool = false, unreadMark: Bool = false, viewForumAsMessages: Bool = false, peer: API.Peer, topMessage: Int32, readInboxMaxId: Int32, readOutboxMaxId: Int32, unreadCount: Int32, unreadMentionsCount: Int32, unreadReactionsCount: Int32, unreadPollVotesCount: Int32, notifySettings: API.PeerNotifySettings, pts: Int32? = nil, draft: API.DraftMessage? = nil, folderId: Int32? = nil, ttlPeriod: Int32? = nil) {
        self.pinned = pinned
        self.unreadMark = unreadMark
        self.viewForumAsMessages = viewForumAsMessages
        self.peer = peer
        self.topMessage = topMessage
        self.readInboxMaxId = readInboxMaxId
        self.readOutboxMaxId = readOutboxMaxId
        self.unreadCount = unreadCount
        self.unreadMentionsCount = unreadMentionsCount
        self.unreadReactionsCount = unreadReactionsCount
        self.unreadPollVotesCount = unreadPollVotesCount
        self.notifySettings = notifySettings
        self.pts = pts
        self.draft = draft
        self.folderId = folderId
        self.ttlPeriod = ttlPeriod
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.pinned = flagsWord & 0x4 != 0
        self.unreadMark = flagsWord & 0x8 != 0
        self.viewForumAsMessages = flagsWord & 0x40 != 0
        self.peer = try API.Peer(from: &reader)
        self.topMessage = try reader.int()
        self.readInboxMaxId = try reader.int()
        self.readOutboxMaxId = try reader.int()
        self.unreadCount = try reader.int()
        self.unreadMentionsCount = try reader.int()
        self.unreadReactionsCount = try reader.int()
        self.unreadPollVotesCount = try reader.int()
        self.notifySettings = try API.PeerNotifySettings(from: &reader)
        self.pts = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.draft = flagsWord & 0x2 != 0 ? try API.DraftMessage(from: &reader) : nil
        self.folderId = flagsWord & 0x10 != 0 ? try reader.int() : nil
        self.ttlPeriod = flagsWord & 0x20 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if pts != nil { flagsWord |= 0x1 }
        if draft != nil { flagsWord |= 0x2 }
        if pinned { flagsWord |= 0x4 }
        if unreadMark { flagsWord |= 0x8 }
        if folderId != nil { flagsWord |= 0x10 }
        if ttlPeriod != nil { flagsWord |= 0x20 }
        if viewForumAsMessages { flagsWord |= 0x40 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        writer.int(topMessage)
        writer.int(readInboxMaxId)
        writer.int(readOutboxMaxId)
        writer.int(unreadCount)
        writer.int(unreadMentionsCount)
        writer.int(unreadReactionsCount)
        writer.int(unreadPollVotesCount)
        notifySettings.encode(to: &writer)
        if let pts { writer.int(pts) }
        if let draft { draft.encode(to: &writer) }
        if let folderId { writer.int(folderId) }
        if let ttlPeriod { writer.int(ttlPeriod) }
      }
    }

    /// `dialogCommunity#f78a0973`
    package struct DialogCommunity: Sendable {
      package static var constructorID: UInt32 { 0xf78a0973 }
      package let pinned: Bool
      package let communityId: Int64
      package let notifySettings: API.PeerNotifySettings

      package init(pinned: Bool = false, communityId: Int64, notifySettings: API.PeerNotifySettings) {
        self.pinned = pinned
        self.communityId = communityId
        self.notifySettings = notifySettings
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.pinned = flagsWord & 0x4 != 0
        self.communityId = try reader.long()
        self.notifySettings = try API.PeerNotifySettings(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if pinned { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        writer.long(communityId)
        notifySettings.encode(to: &writer)
      }
    }

    /// `dialogFolder#71bd134c`
    package struct DialogFolder: Sendable {
      package static var constructorID: UInt32 { 0x71bd134c }
      package let pinned: Bool
      package let folder: API.Folder
      package let peer: API.Peer
      package let topMessage: Int32
      package let unreadMutedPeersCount: Int32
      package let unreadUnmutedPeersCount: Int32
      package let unreadMutedMessagesCount: Int32
      package let unreadUnmutedMessagesCount: Int32

      package init(pinned: Bool = false, folder: API.Folder, peer: API.Peer, topMessage: Int32, unreadMutedPeersCount: Int32, unreadUnmutedPeersCount: Int32, unreadMutedMessagesCount: Int32, unreadUnmutedMessagesCount: Int32) {
        self.pinned = pinned
        self.folder = folder
        self.peer = peer
        self.topMessage = topMessage
        self.unreadMutedPeersCount = unreadMutedPeersCount
        self.unreadUnmutedPeersCount = unreadUnmutedPeersCount
        self.unreadMutedMessagesCount = unreadMutedMessagesCount
        self.unreadUnmutedMessagesCount = unreadUnmutedMessagesCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.pinned = flagsWord & 0x4 != 0
        self.folder = try API.Folder(from: &reader)
        self.peer = try API.Peer(from: &reader)
        self.topMessage = try reader.int()
        self.unreadMutedPeersCount = try reader.int()
        self.unreadUnmutedPeersCount = try reader.int()
        self.unreadMutedMessagesCount = try reader.int()
        self.unreadUnmutedMessagesCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if pinned { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        folder.encode(to: &writer)
        peer.encode(to: &writer)
        writer.int(topMessage)
        writer.int(unreadMutedPeersCount)
        writer.int(unreadUnmutedPeersCount)
        writer.int(unreadMutedMessagesCount)
        writer.int(unreadUnmutedMessagesCount)
      }
    }
  }
}
