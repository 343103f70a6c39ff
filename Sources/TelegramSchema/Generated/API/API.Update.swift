// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Update`
  package enum Update: TLDecodable, TLEncodable {
    indirect case updateBotChatInviteRequester(API.Update.UpdateBotChatInviteRequester)
    indirect case updateBotMessageReaction(API.Update.UpdateBotMessageReaction)
    case updateBotMessageReactions(API.Update.UpdateBotMessageReactions)
    case updateBotStopped(API.Update.UpdateBotStopped)
    case updateChannel(API.Update.UpdateChannel)
    case updateChannelAvailableMessages(API.Update.UpdateChannelAvailableMessages)
    indirect case updateChannelParticipant(API.Update.UpdateChannelParticipant)
    case updateChannelReadMessagesContents(API.Update.UpdateChannelReadMessagesContents)
    case updateChannelTooLong(API.Update.UpdateChannelTooLong)
    case updateChannelUserTyping(API.Update.UpdateChannelUserTyping)
    case updateChannelWebPage(API.Update.UpdateChannelWebPage)
    case updateChat(API.Update.UpdateChat)
    indirect case updateChatParticipant(API.Update.UpdateChatParticipant)
    case updateChatParticipantAdd(API.Update.UpdateChatParticipantAdd)
    case updateChatParticipantDelete(API.Update.UpdateChatParticipantDelete)
    case updateChatUserTyping(API.Update.UpdateChatUserTyping)
    case updateConfig
    case updateContactsReset
    case updateDcOptions(API.Update.UpdateDcOptions)
    case updateDeleteChannelMessages(API.Update.UpdateDeleteChannelMessages)
    case updateDeleteMessages(API.Update.UpdateDeleteMessages)
    case updateDialogFilter(API.Update.UpdateDialogFilter)
    case updateDialogFilters
    case updateDialogPinned(API.Update.UpdateDialogPinned)
    case updateDialogUnreadMark(API.Update.UpdateDialogUnreadMark)
    case updateDraftMessage(API.Update.UpdateDraftMessage)
    case updateEditChannelMessage(API.Update.UpdateEditChannelMessage)
    case updateEditMessage(API.Update.UpdateEditMessage)
    case updateFolderPeers(API.Update.UpdateFolderPeers)
    case updateLoginToken
    case updateMessageID(API.Update.UpdateMessageID)
    indirect case updateMessagePollVote(API.Update.UpdateMessagePollVote)
    indirect case updateMessageReactions(API.Update.UpdateMessageReactions)
    indirect case updateNewAuthorization(API.Update.UpdateNewAuthorization)
    case updateNewChannelMessage(API.Update.UpdateNewChannelMessage)
    case updateNewEncryptedMessage(API.Update.UpdateNewEncryptedMessage)
    case updateNewMessage(API.Update.UpdateNewMessage)
    case updateNewScheduledMessage(API.Update.UpdateNewScheduledMessage)
    indirect case updateNotifySettings(API.Update.UpdateNotifySettings)
    case updatePeerBlocked(API.Update.UpdatePeerBlocked)
    indirect case updatePeerSettings(API.Update.UpdatePeerSettings)
    case updatePinnedChannelMessages(API.Update.UpdatePinnedChannelMessages)
    case updatePinnedDialogs(API.Update.UpdatePinnedDialogs)
    case updatePinnedMessages(API.Update.UpdatePinnedMessages)
    case updatePtsChanged
    case updateReadChannelDiscussionInbox(API.Update.UpdateReadChannelDiscussionInbox)
    case updateReadChannelDiscussionOutbox(API.Update.UpdateReadChannelDiscussionOutbox)
    case updateReadChannelInbox(API.Update.UpdateReadChannelInbox)
    case updateReadChannelOutbox(API.Update.UpdateReadChannelOutbox)
    indirect case updateReadHistoryInbox(API.Update.UpdateReadHistoryInbox)
    case updateReadHistoryOutbox(API.Update.UpdateReadHistoryOutbox)
    case updateReadMessagesContents(API.Update.UpdateReadMessagesContents)
    indirect case updateServiceNotification(API.Update.UpdateServiceNotification)
    case updateUser(API.Update.UpdateUser)
    indirect case updateUserName(API.Update.UpdateUserName)
    case updateUserPhone(API.Update.UpdateUserPhone)
    case updateUserStatus(API.Update.UpdateUserStatus)
    case updateUserTyping(API.Update.UpdateUserTyping)
    case updateWebPage(API.Update.UpdateWebPage)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0x7cb34d79:
        _ = try reader.constructor()
        self = .updateBotChatInviteRequester(try API.Update.UpdateBotChatInviteRequester(body: &reader))
      case 0xac21d3ce:
        _ = try reader.constructor()
        self = .updateBotMessageReaction(try API.Update.UpdateBotMessageReaction(body: &reader))
      case 0x09cb7759:
        _ = try reader.constructor()
        self = .updateBotMessageReactions(try API.Update.UpdateBotMessageReactions(body: &reader))
      case 0xc4870a49:
        _ = try reader.constructor()
        self = .updateBotStopped(try API.Update.UpdateBotStopped(body: &reader))
      case 0x635b4c09:
        _ = try reader.constructor()
        self = .updateChannel(try API.Update.UpdateChannel(body: &reader))
      case 0xb23fc698:
        _ = try reader.constructor()
        self = .updateChannelAvailableMessages(try API.Update.UpdateChannelAvailableMessages(body: &reader))
      case 0x985d3abb:
        _ = try reader.constructor()
        self = .updateChannelParticipant(try API.Update.UpdateChannelParticipant(body: &reader))
      case 0x25f324f7:
        _ = try reader.constructor()
        self = .updateChannelReadMessagesContents(try API.Update.UpdateChannelReadMessagesContents(body: &reader))
      case 0x108d941f:
        _ = try reader.constructor()
        self = .updateChannelTooLong(try API.Update.UpdateChannelTooLong(body: &reader))
      case 0x8c88c923:
        _ = try reader.constructor()
        self = .updateChannelUserTyping(try API.Update.UpdateChannelUserTyping(body: &reader))
      case 0x2f2ba99f:
        _ = try reader.constructor()
        self = .updateChannelWebPage(try API.Update.UpdateChannelWebPage(body: &reader))
      case 0xf89a6a4e:
        _ = try reader.constructor()
        self = .updateChat(try API.Update.UpdateChat(body: &reader))
      case 0xd087663a:
        _ = try reader.constructor()
        self = .updateChatParticipant(try API.Update.UpdateChatParticipant(body: &reader))
      case 0x3dda5451:
        _ = try reader.constructor()
        self = .updateChatParticipantAdd(try API.Update.UpdateChatParticipantAdd(body: &reader))
      case 0xe32f3d77:
        _ = try reader.constructor()
        self = .updateChatParticipantDelete(try API.Update.UpdateChatParticipantDelete(body: &reader))
      case 0x83487af0:
        _ = try reader.constructor()
        self = .updateChatUserTyping(try API.Update.UpdateChatUserTyping(body: &reader))
      case 0xa229dd06:
        _ = try reader.constructor()
        self = .updateConfig
      case 0x7084a7be:
        _ = try reader.constructor()
        self = .updateContactsReset
      case 0x8e5e9873:
        _ = try reader.constructor()
        self = .updateDcOptions(try API.Update.UpdateDcOptions(body: &reader))
      case 0xc32d5b12:
        _ = try reader.constructor()
        self = .updateDeleteChannelMessages(try API.Update.UpdateDeleteChannelMessages(body: &reader))
      case 0xa20db0e5:
        _ = try reader.constructor()
        self = .updateDeleteMessages(try API.Update.UpdateDeleteMessages(body: &reader))
      case 0x26ffde7d:
        _ = try reader.constructor()
        self = .updateDialogFilter(try API.Update.UpdateDialogFilter(body: &reader))
      case 0x3504914f:
        _ = try reader.constructor()
        self = .updateDialogFilters
      case 0x6e6fe51c:
        _ = try reader.constructor()
        self = .updateDialogPinned(try API.Update.UpdateDialogPinned(body: &reader))
      case 0xb658f23e:
        _ = try reader.constructor()
        self = .updateDialogUnreadMark(try API.Update.UpdateDialogUnreadMark(body: &reader))
      case 0xedfc111e:
        _ = try reader.constructor()
        self = .updateDraftMessage(try API.Update.UpdateDraftMessage(body: &reader))
      case 0x1b3f4df7:
        _ = try reader.constructor()
        self = .updateEditChannelMessage(try API.Update.UpdateEditChannelMessage(body: &reader))
      case 0xe40370a3:
        _ = try reader.constructor()
        self = .updateEditMessage(try API.Update.UpdateEditMessage(body: &reader))
      case 0x19360dc0:
        _ = try reader.constructor()
        self = .updateFolderPeers(try API.Update.UpdateFolderPeers(body: &reader))
      case 0x564fe691:
        _ = try reader.constructor()
        self = .updateLoginToken
      case 0x4e90bfd6:
        _ = try reader.constructor()
        self = .updateMessageID(try API.Update.UpdateMessageID(body: &reader))
      case 0x7699f014:
        _ = try reader.constructor()
        self = .updateMessagePollVote(try API.Update.UpdateMessagePollVote(body: &reader))
      case 0x1e297bfa:
        _ = try reader.constructor()
        self = .updateMessageReactions(try API.Update.UpdateMessageReactions(body: &reader))
      case 0x8951abef:
        _ = try reader.constructor()
        self = .updateNewAuthorization(try API.Update.UpdateNewAuthorization(body: &reader))
      case 0x62ba04d9:
        _ = try reader.constructor()
        self = .updateNewChannelMessage(try API.Update.UpdateNewChannelMessage(body: &reader))
      case 0x12bcbd9a:
        _ = try reader.constructor()
        self = .updateNewEncryptedMessage(try API.Update.UpdateNewEncryptedMessage(body: &reader))
      case 0x1f2b0afd:
        _ = try reader.constructor()
        self = .updateNewMessage(try API.Update.UpdateNewMessage(body: &reader))
      case 0x39a51dfb:
        _ = try reader.constructor()
        self = .updateNewScheduledMessage(try API.Update.UpdateNewScheduledMessage(body: &reader))
      case 0xbec268ef:
        _ = try reader.constructor()
        self = .updateNotifySettings(try API.Update.UpdateNotifySettings(body: &reader))
      case 0xebe07752:
        _ = try reader.constructor()
        self = .updatePeerBlocked(try API.Update.UpdatePeerBlocked(body: &reader))
      case 0x6a7e7366:
        _ = try reader.constructor()
        self = .updatePeerSettings(try API.Update.UpdatePeerSettings(body: &reader))
      case 0x5bb98608:
        _ = try reader.constructor()
        self = .updatePinnedChannelMessages(try API.Update.UpdatePinnedChannelMessages(body: &reader))
      case 0xfa0f3ca2:
        _ = try reader.constructor()
        self = .updatePinnedDialogs(try API.Update.UpdatePinnedDialogs(body: &reader))
      case 0xed85eab5:
        _ = try reader.constructor()
        self = .updatePinnedMessages(try API.Update.UpdatePinnedMessages(body: &reader))
      case 0x3354678f:
        _ = try reader.constructor()
        self = .updatePtsChanged
      case 0xd6b19546:
        _ = try reader.constructor()
        self = .updateReadChannelDiscussionInbox(try API.Update.UpdateReadChannelDiscussionInbox(body: &reader))
      case 0x695c9e7c:
        _ = try reader.constructor()
        self = .updateReadChannelDiscussionOutbox(try API.Update.UpdateReadChannelDiscussionOutbox(body: &reader))
      case 0x922e6e10:
        _ = try reader.constructor()
        self = .updateReadChannelInbox(try API.Update.UpdateReadChannelInbox(body: &reader))
      case 0xb75f99a9:
        _ = try reader.constructor()
        self = .updateReadChannelOutbox(try API.Update.UpdateReadChannelOutbox(body: &reader))
      case 0x9e84bc99:
        _ = try reader.constructor()
        self = .updateReadHistoryInbox(try API.Update.UpdateReadHistoryInbox(body: &reader))
      case 0x2f2f21bf:
        _ = try reader.constructor()
        self = .updateReadHistoryOutbox(try API.Update.UpdateReadHistoryOutbox(body: &reader))
      case 0xf8227181:
        _ = try reader.constructor()
        self = .updateReadMessagesContents(try API.Update.UpdateReadMessagesContents(body: &reader))
      case 0xebe46819:
        _ = try reader.constructor()
        self = .updateServiceNotification(try API.Update.UpdateServiceNotification(body: &reader))
      case 0x20529438:
        _ = try reader.constructor()
        self = .updateUser(try API.Update.UpdateUser(body: &reader))
      case 0xa7848924:
        _ = try reader.constructor()
        self = .updateUserName(try API.Update.UpdateUserName(body: &reader))
      case 0x05492a13:
        _ = try reader.constructor()
        self = .updateUserPhone(try API.Update.UpdateUserPhone(body: &reader))
      case 0xe5bdf8de:
        _ = try reader.constructor()
        self = .updateUserStatus(try API.Update.UpdateUserStatus(body: &reader))
      case 0x2a17bf5c:
        _ = try reader.constructor()
        self = .updateUserTyping(try API.Update.UpdateUserTyping(body: &reader))
      case 0x7f891213:
        _ = try reader.constructor()
        self = .updateWebPage(try API.Update.UpdateWebPage(body: &reader))
      default:
        self = .raw(try reader.raw(type: 400))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .updateBotChatInviteRequester(let value): writer.constructor(0x7cb34d79); value.encodeBody(to: &writer)
      case .updateBotMessageReaction(let value): writer.constructor(0xac21d3ce); value.encodeBody(to: &writer)
      case .updateBotMessageReactions(let value): writer.constructor(0x09cb7759); value.encodeBody(to: &writer)
      case .updateBotStopped(let value): writer.constructor(0xc4870a49); value.encodeBody(to: &writer)
      case .updateChannel(let value): writer.constructor(0x635b4c09); value.encodeBody(to: &writer)
      case .updateChannelAvailableMessages(let value): writer.constructor(0xb23fc698); value.encodeBody(to: &writer)
      case .updateChannelParticipant(let value): writer.constructor(0x985d3abb); value.encodeBody(to: &writer)
      case .updateChannelReadMessagesContents(let value): writer.constructor(0x25f324f7); value.encodeBody(to: &writer)
      case .updateChannelTooLong(let value): writer.constructor(0x108d941f); value.encodeBody(to: &writer)
      case .updateChannelUserTyping(let value): writer.constructor(0x8c88c923); value.encodeBody(to: &writer)
      case .updateChannelWebPage(let value): writer.constructor(0x2f2ba99f); value.encodeBody(to: &writer)
      case .updateChat(let value): writer.constructor(0xf89a6a4e); value.encodeBody(to: &writer)
      case .updateChatParticipant(let value): writer.constructor(0xd087663a); value.encodeBody(to: &writer)
      case .updateChatParticipantAdd(let value): writer.constructor(0x3dda5451); value.encodeBody(to: &writer)
      case .updateChatParticipantDelete(let value): writer.constructor(0xe32f3d77); value.encodeBody(to: &writer)
      case .updateChatUserTyping(let value): writer.constructor(0x83487af0); value.encodeBody(to: &writer)
      case .updateConfig: writer.constructor(0xa229dd06)
      case .updateContactsReset: writer.constructor(0x7084a7be)
      case .updateDcOptions(let value): writer.constructor(0x8e5e9873); value.encodeBody(to: &writer)
      case .updateDeleteChannelMessages(let value): writer.constructor(0xc32d5b12); value.encodeBody(to: &writer)
      case .updateDeleteMessages(let value): writer.constructor(0xa20db0e5); value.encodeBody(to: &writer)
      case .updateDialogFilter(let value): writer.constructor(0x26ffde7d); value.encodeBody(to: &writer)
      case .updateDialogFilters: writer.constructor(0x3504914f)
      case .updateDialogPinned(let value): writer.constructor(0x6e6fe51c); value.encodeBody(to: &writer)
      case .updateDialogUnreadMark(let value): writer.constructor(0xb658f23e); value.encodeBody(to: &writer)
      case .updateDraftMessage(let value): writer.constructor(0xedfc111e); value.encodeBody(to: &writer)
      case .updateEditChannelMessage(let value): writer.constructor(0x1b3f4df7); value.encodeBody(to: &writer)
      case .updateEditMessage(let value): writer.constructor(0xe40370a3); value.encodeBody(to: &writer)
      case .updateFolderPeers(let value): writer.constructor(0x19360dc0); value.encodeBody(to: &writer)
      case .updateLoginToken: writer.constructor(0x564fe691)
      case .updateMessageID(let value): writer.constructor(0x4e90bfd6); value.encodeBody(to: &writer)
      case .updateMessagePollVote(let value): writer.constructor(0x7699f014); value.encodeBody(to: &writer)
      case .updateMessageReactions(let value): writer.constructor(0x1e297bfa); value.encodeBody(to: &writer)
      case .updateNewAuthorization(let value): writer.constructor(0x8951abef); value.encodeBody(to: &writer)
      case .updateNewChannelMessage(let value): writer.constructor(0x62ba04d9); value.encodeBody(to: &writer)
      case .updateNewEncryptedMessage(let value): writer.constructor(0x12bcbd9a); value.encodeBody(to: &writer)
      case .updateNewMessage(let value): writer.constructor(0x1f2b0afd); value.encodeBody(to: &writer)
      case .updateNewScheduledMessage(let value): writer.constructor(0x39a51dfb); value.encodeBody(to: &writer)
      case .updateNotifySettings(let value): writer.constructor(0xbec268ef); value.encodeBody(to: &writer)
      case .updatePeerBlocked(let value): writer.constructor(0xebe07752); value.encodeBody(to: &writer)
      case .updatePeerSettings(let value): writer.constructor(0x6a7e7366); value.encodeBody(to: &writer)
      case .updatePinnedChannelMessages(let value): writer.constructor(0x5bb98608); value.encodeBody(to: &writer)
      case .updatePinnedDialogs(let value): writer.constructor(0xfa0f3ca2); value.encodeBody(to: &writer)
      case .updatePinnedMessages(let value): writer.constructor(0xed85eab5); value.encodeBody(to: &writer)
      case .updatePtsChanged: writer.constructor(0x3354678f)
      case .updateReadChannelDiscussionInbox(let value): writer.constructor(0xd6b19546); value.encodeBody(to: &writer)
      case .updateReadChannelDiscussionOutbox(let value): writer.constructor(0x695c9e7c); value.encodeBody(to: &writer)
      case .updateReadChannelInbox(let value): writer.constructor(0x922e6e10); value.encodeBody(to: &writer)
      case .updateReadChannelOutbox(let value): writer.constructor(0xb75f99a9); value.encodeBody(to: &writer)
      case .updateReadHistoryInbox(let value): writer.constructor(0x9e84bc99); value.encodeBody(to: &writer)
      case .updateReadHistoryOutbox(let value): writer.constructor(0x2f2f21bf); value.encodeBody(to: &writer)
      case .updateReadMessagesContents(let value): writer.constructor(0xf8227181); value.encodeBody(to: &writer)
      case .updateServiceNotification(let value): writer.constructor(0xebe46819); value.encodeBody(to: &writer)
      case .updateUser(let value): writer.constructor(0x20529438); value.encodeBody(to: &writer)
      case .updateUserName(let value): writer.constructor(0xa7848924); value.encodeBody(to: &writer)
      case .updateUserPhone(let value): writer.constructor(0x05492a13); value.encodeBody(to: &writer)
      case .updateUserStatus(let value): writer.constructor(0xe5bdf8de); value.encodeBody(to: &writer)
      case .updateUserTyping(let value): writer.constructor(0x2a17bf5c); value.encodeBody(to: &writer)
      case .updateWebPage(let value): writer.constructor(0x7f891213); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `updateBotChatInviteRequester#7cb34d79`
    package struct UpdateBotChatInviteRequester: Sendable {
      package static var constructorID: UInt32 { 0x7cb34d79 }
      package let peer: API.Peer
      package let date: Int32
      package let userId: Int64
      package let about: String
      package let invite: TLRaw
      package let qts: Int32
      package let queryId: Int64?

      package init(peer: API.Peer, date: Int32, userId: Int64, about: String, invite: TLRaw, qts: Int32, queryId: Int64? = nil) {
        self.peer = peer
        self.date = date
        self.userId = userId
        self.about = about
        self.invite = invite
        self.qts = qts
        self.queryId = queryId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.peer = try API.Peer(from: &reader)
        self.date = try reader.int()
        self.userId = try reader.long()
        self.about = try reader.string()
        self.invite = try reader.raw(type: 106)
        self.qts = try reader.int()
        self.queryId = flagsWord & 0x1 != 0 ? try reader.long() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if queryId != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        writer.int(date)
        writer.long(userId)
        writer.string(about)
        invite.encode(to: &writer)
        writer.int(qts)
        if let queryId { writer.long(queryId) }
      }
    }

    /// `updateBotMessageReaction#ac21d3ce`
    package struct UpdateBotMessageReaction: Sendable {
      package static var constructorID: UInt32 { 0xac21d3ce }
      package let peer: API.Peer
      package let msgId: Int32
      package let date: Int32
      package let actor: API.Peer
      package let oldReactions: [API.Reaction]
      package let newReactions: [API.Reaction]
      package let qts: Int32

      package init(peer: API.Peer, msgId: Int32, date: Int32, actor: API.Peer, oldReactions: [API.Reaction], newReactions: [API.Reaction], qts: Int32) {
        self.peer = peer
        self.msgId = msgId
        self.date = date
        self.actor = actor
        self.oldReactions = oldReactions
        self.newReactions = newReactions
        self.qts = qts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.Peer(from: &reader)
        self.msgId = try reader.int()
        self.date = try reader.int()
        self.actor = try API.Peer(from: &reader)
        self.oldReactions = try reader.vector()
        self.newReactions = try reader.vector()
        self.qts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(msgId)
        writer.int(date)
        actor.encode(to: &writer)
        writer.vector(oldReactions)
        writer.vector(newReactions)
        writer.int(qts)
      }
    }

    /// `updateBotMessageReactions#09cb7759`
    package struct UpdateBotMessageReactions: Sendable {
      package static var constructorID: UInt32 { 0x09cb7759 }
      package let peer: API.Peer
      package let msgId: Int32
      package let date: Int32
      package let reactions: [API.ReactionCount]
      package let qts: Int32

      package init(peer: API.Peer, msgId: Int32, date: Int32, reactions: [API.ReactionCount], qts: Int32) {
        self.peer = peer
        self.msgId = msgId
        self.date = date
        self.reactions = reactions
        self.qts = qts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.Peer(from: &reader)
        self.msgId = try reader.int()
        self.date = try reader.int()
        self.reactions = try reader.vector()
        self.qts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(msgId)
        writer.int(date)
        writer.vector(reactions)
        writer.int(qts)
      }
    }

    /// `updateBotStopped#c4870a49`
    package struct UpdateBotStopped: Sendable {
      package static var constructorID: UInt32 { 0xc4870a49 }
      package let userId: Int64
      package let date: Int32
      package let stopped: Bool
      package let qts: Int32

      package init(userId: Int64, date: Int32, stopped: Bool, qts: Int32) {
        self.userId = userId
        self.date = date
        self.stopped = stopped
        self.qts = qts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.userId = try reader.long()
        self.date = try reader.int()
        self.stopped = try reader.bool()
        self.qts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(userId)
        writer.int(date)
        writer.bool(stopped)
        writer.int(qts)
      }
    }

    /// `updateChannel#635b4c09`
    package struct UpdateChannel: Sendable {
      package static var constructorID: UInt32 { 0x635b4c09 }
      package let channelId: Int64

      package init(channelId: Int64) {
        self.channelId = channelId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
      }
    }

    /// `updateChannelAvailableMessages#b23fc698`
    package struct UpdateChannelAvailableMessages: Sendable {
      package static var constructorID: UInt32 { 0xb23fc698 }
      package let channelId: Int64
      package let availableMinId: Int32

      package init(channelId: Int64, availableMinId: Int32) {
        self.channelId = channelId
        self.availableMinId = availableMinId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
        self.availableMinId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
        writer.int(availableMinId)
      }
    }

    /// `updateChannelParticipant#985d3abb`
    package struct UpdateChannelParticipant: Sendable {
      package static var constructorID: UInt32 { 0x985d3abb }
      package let viaChatlist: Bool
      package let channelId: Int64
      package let date: Int32
      package let actorId: Int64
      package let userId: Int64
      package let prevParticipant: API.ChannelParticipant?
      package let newParticipant: API.ChannelParticipant?
      package let invite: TLRaw?
      package let qts: Int32

      package init(viaChatlist: Bool = false, channelId: Int64, date: Int32, actorId: Int64, userId: Int64, prevParticipant: API.ChannelParticipant? = nil, newParticipant: API.ChannelParticipant? = nil, invite: TLRaw? = nil, qts: Int32) {
        self.viaChatlist = viaChatlist
        self.channelId = channelId
        self.date = date
        self.actorId = actorId
        self.userId = userId
        self.prevParticipant = prevParticipant
        self.newParticipant = newParticipant
        self.invite = invite
        self.qts = qts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.viaChatlist = flagsWord & 0x8 != 0
        self.channelId = try reader.long()
        self.date = try reader.int()
        self.actorId = try reader.long()
        self.userId = try reader.long()
        self.prevParticipant = flagsWord & 0x1 != 0 ? try API.ChannelParticipant(from: &reader) : nil
        self.newParticipant = flagsWord & 0x2 != 0 ? try API.ChannelParticipant(from: &reader) : nil
        self.invite = flagsWord & 0x4 != 0 ? try reader.raw(type: 106) : nil
        self.qts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if prevParticipant != nil { flagsWord |= 0x1 }
        if newParticipant != nil { flagsWord |= 0x2 }
        if invite != nil { flagsWord |= 0x4 }
        if viaChatlist { flagsWord |= 0x8 }
        writer.uint(flagsWord)
        writer.long(channelId)
        writer.int(date)
        writer.long(actorId)
        writer.long(userId)
        if let prevParticipant { prevParticipant.encode(to: &writer) }
        if let newParticipant { newParticipant.encode(to: &writer) }
        if let invite { invite.encode(to: &writer) }
        writer.int(qts)
      }
    }

    /// `updateChannelReadMessagesContents#25f324f7`
    package struct UpdateChannelReadMessagesContents: Sendable {
      package static var constructorID: UInt32 { 0x25f324f7 }
      package let channelId: Int64
      package let topMsgId: Int32?
      package let savedPeerId: API.Peer?
      package let messages: [Int32]

      package init(channelId: Int64, topMsgId: Int32? = nil, savedPeerId: API.Peer? = nil, messages: [Int32]) {
        self.channelId = channelId
        self.topMsgId = topMsgId
        self.savedPeerId = savedPeerId
        self.messages = messages
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.channelId = try reader.long()
        self.topMsgId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.savedPeerId = flagsWord & 0x2 != 0 ? try API.Peer(from: &reader) : nil
        self.messages = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if topMsgId != nil { flagsWord |= 0x1 }
        if savedPeerId != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.long(channelId)
        if let topMsgId { writer.int(topMsgId) }
        if let savedPeerId { savedPeerId.encode(to: &writer) }
        writer.vector(messages)
      }
    }

    /// `updateChannelTooLong#108d941f`
    package struct UpdateChannelTooLong: Sendable {
      package static var constructorID: UInt32 { 0x108d941f }
      package let channelId: Int64
      package let pts: Int32?

      package init(channelId: Int64, pts: Int32? = nil) {
        self.channelId = channelId
        self.pts = pts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.channelId = try reader.long()
        self.pts = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if pts != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(channelId)
        if let pts { writer.int(pts) }
      }
    }

    /// `updateChannelUserTyping#8c88c923`
    package struct UpdateChannelUserTyping: Sendable {
      package static var constructorID: UInt32 { 0x8c88c923 }
      package let channelId: Int64
      package let topMsgId: Int32?
      package let fromId: API.Peer
      package let action: API.SendMessageAction

      package init(channelId: Int64, topMsgId: Int32? = nil, fromId: API.Peer, action: API.SendMessageAction) {
        self.channelId = channelId
        self.topMsgId = topMsgId
        self.fromId = fromId
        self.action = action
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.channelId = try reader.long()
        self.topMsgId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.fromId = try API.Peer(from: &reader)
        self.action = try API.SendMessageAction(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if topMsgId != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(channelId)
        if let topMsgId { writer.int(topMsgId) }
        fromId.encode(to: &writer)
        action.encode(to: &writer)
      }
    }

    /// `updateChannelWebPage#2f2ba99f`
    package struct UpdateChannelWebPage: Sendable {
      package static var constructorID: UInt32 { 0x2f2ba99f }
      package let channelId: Int64
      package let webpage: TLRaw
      package let pts: Int32
      package let ptsCount: Int32

      package init(channelId: Int64, webpage: TLRaw, pts: Int32, ptsCount: Int32) {
        self.channelId = channelId
        self.webpage = webpage
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
        self.webpage = try reader.raw(type: 414)
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
        webpage.encode(to: &writer)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateChat#f89a6a4e`
    package struct UpdateChat: Sendable {
      package static var constructorID: UInt32 { 0xf89a6a4e }
      package let chatId: Int64

      package init(chatId: Int64) {
        self.chatId = chatId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.chatId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(chatId)
      }
    }

    /// `updateChatParticipant#d087663a`
    package struct UpdateChatParticipant: Sendable {
      package static var constructorID: UInt32 { 0xd087663a }
      package let chatId: Int64
      package let date: Int32
      package let actorId: Int64
      package let userId: Int64
      package let prevParticipant: API.ChatParticipant?
      package let newParticipant: API.ChatParticipant?
      package let invite: TLRaw?
      package let qts: Int32

      package init(chatId: Int64, date: Int32, actorId: Int64, userId: Int64, prevParticipant: API.ChatParticipant? = nil, newParticipant: API.ChatParticipant? = nil, invite: TLRaw? = nil, qts: Int32) {
        self.chatId = chatId
        self.date = date
        self.actorId = actorId
        self.userId = userId
        self.prevParticipant = prevParticipant
        self.newParticipant = newParticipant
        self.invite = invite
        self.qts = qts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.chatId = try reader.long()
        self.date = try reader.int()
        self.actorId = try reader.long()
        self.userId = try reader.long()
        self.prevParticipant = flagsWord & 0x1 != 0 ? try API.ChatParticipant(from: &reader) : nil
        self.newParticipant = flagsWord & 0x2 != 0 ? try API.ChatParticipant(from: &reader) : nil
        self.invite = flagsWord & 0x4 != 0 ? try reader.raw(type: 106) : nil
        self.qts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if prevParticipant != nil { flagsWord |= 0x1 }
        if newParticipant != nil { flagsWord |= 0x2 }
        if invite != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        writer.long(chatId)
        writer.int(date)
        writer.long(actorId)
        writer.long(userId)
        if let prevParticipant { prevParticipant.encode(to: &writer) }
        if let newParticipant { newParticipant.encode(to: &writer) }
        if let invite { invite.encode(to: &writer) }
        writer.int(qts)
      }
    }

    /// `updateChatParticipantAdd#3dda5451`
    package struct UpdateChatParticipantAdd: Sendable {
      package static var constructorID: UInt32 { 0x3dda5451 }
      package let chatId: Int64
      package let userId: Int64
      package let inviterId: Int64
      package let date: Int32
      package let version: Int32

      package init(chatId: Int64, userId: Int64, inviterId: Int64, date: Int32, version: Int32) {
        self.chatId = chatId
        self.userId = userId
        self.inviterId = inviterId
        self.date = date
        self.version = version
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.chatId = try reader.long()
        self.userId = try reader.long()
        self.inviterId = try reader.long()
        self.date = try reader.int()
        self.version = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(chatId)
        writer.long(userId)
        writer.long(inviterId)
        writer.int(date)
        writer.int(version)
      }
    }

    /// `updateChatParticipantDelete#e32f3d77`
    package struct UpdateChatParticipantDelete: Sendable {
      package static var constructorID: UInt32 { 0xe32f3d77 }
      package let chatId: Int64
      package let userId: Int64
      package let version: Int32

      package init(chatId: Int64, userId: Int64, version: Int32) {
        self.chatId = chatId
        self.userId = userId
        self.version = version
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.chatId = try reader.long()
        self.userId = try reader.long()
        self.version = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(chatId)
        writer.long(userId)
        writer.int(version)
      }
    }

    /// `updateChatUserTyping#83487af0`
    package struct UpdateChatUserTyping: Sendable {
      package static var constructorID: UInt32 { 0x83487af0 }
      package let chatId: Int64
      package let fromId: API.Peer
      package let action: API.SendMessageAction

      package init(chatId: Int64, fromId: API.Peer, action: API.SendMessageAction) {
        self.chatId = chatId
        self.fromId = fromId
        self.action = action
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.chatId = try reader.long()
        self.fromId = try API.Peer(from: &reader)
        self.action = try API.SendMessageAction(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(chatId)
        fromId.encode(to: &writer)
        action.encode(to: &writer)
      }
    }

    /// `updateDcOptions#8e5e9873`
    package struct UpdateDcOptions: Sendable {
      package static var constructorID: UInt32 { 0x8e5e9873 }
      package let dcOptions: [API.DcOption]

      package init(dcOptions: [API.DcOption]) {
        self.dcOptions = dcOptions
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.dcOptions = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(dcOptions)
      }
    }

    /// `updateDeleteChannelMessages#c32d5b12`
    package struct UpdateDeleteChannelMessages: Sendable {
      package static var constructorID: UInt32 { 0xc32d5b12 }
      package let channelId: Int64
      package let messages: [Int32]
      package let pts: Int32
      package let ptsCount: Int32

      package init(channelId: Int64, messages: [Int32], pts: Int32, ptsCount: Int32) {
        self.channelId = channelId
        self.messages = messages
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
        self.messages = try reader.vector()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
        writer.vector(messages)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateDeleteMessages#a20db0e5`
    package struct UpdateDeleteMessages: Sendable {
      package static var constructorID: UInt32 { 0xa20db0e5 }
      package let messages: [Int32]
      package let pts: Int32
      package let ptsCount: Int32

      package init(messages: [Int32], pts: Int32, ptsCount: Int32) {
        self.messages = messages
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.messages = try reader.vector()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(messages)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateDialogFilter#26ffde7d`
    package struct UpdateDialogFilter: Sendable {
      package static var constructorID: UInt32 { 0x26ffde7d }
      package let id: Int32
      package let filter: API.DialogFilter?

      package init(id: Int32, filter: API.DialogFilter? = nil) {
        self.id = id
        self.filter = filter
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.id = try reader.int()
        self.filter = flagsWord & 0x1 != 0 ? try API.DialogFilter(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if filter != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.int(id)
        if let filter { filter.encode(to: &writer) }
      }
    }

    /// `updateDialogPinned#6e6fe51c`
    package struct UpdateDialogPinned: Sendable {
      package static var constructorID: UInt32 { 0x6e6fe51c }
      package let pinned: Bool
      package let folderId: Int32?
      package let peer: API.DialogPeer

      package init(pinned: Bool = false, folderId: Int32? = nil, peer: API.DialogPeer) {
        self.pinned = pinned
        self.folderId = folderId
        self.peer = peer
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.pinned = flagsWord & 0x1 != 0
        self.folderId = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.peer = try API.DialogPeer(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if pinned { flagsWord |= 0x1 }
        if folderId != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        if let folderId { writer.int(folderId) }
        peer.encode(to: &writer)
      }
    }

    /// `updateDialogUnreadMark#b658f23e`
    package struct UpdateDialogUnreadMark: Sendable {
      package static var constructorID: UInt32 { 0xb658f23e }
      package let unread: Bool
      package let peer: API.DialogPeer
      package let savedPeerId: API.Peer?

      package init(unread: Bool = false, peer: API.DialogPeer, savedPeerId: API.Peer? = nil) {
        self.unread = unread
        self.peer = peer
        self.savedPeerId = savedPeerId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.unread = flagsWord & 0x1 != 0
        self.peer = try API.DialogPeer(from: &reader)
        self.savedPeerId = flagsWord & 0x2 != 0 ? try API.Peer(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if unread { flagsWord |= 0x1 }
        if savedPeerId != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        if let savedPeerId { savedPeerId.encode(to: &writer) }
      }
    }

    /// `updateDraftMessage#edfc111e`
    package struct UpdateDraftMessage: Sendable {
      package static var constructorID: UInt32 { 0xedfc111e }
      package let peer: API.Peer
      package let topMsgId: Int32?
      package let savedPeerId: API.Peer?
      package let draft: API.DraftMessage

      package init(peer: API.Peer, topMsgId: Int32? = nil, savedPeerId: API.Peer? = nil, draft: API.DraftMessage) {
        self.peer = peer
        self.topMsgId = topMsgId
        self.savedPeerId = savedPeerId
        self.draft = draft
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.peer = try API.Peer(from: &reader)
        self.topMsgId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.savedPeerId = flagsWord & 0x2 != 0 ? try API.Peer(from: &reader) : nil
        self.draft = try API.DraftMessage(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if topMsgId != nil { flagsWord |= 0x1 }
        if savedPeerId != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        if let topMsgId { writer.int(topMsgId) }
        if let savedPeerId { savedPeerId.encode(to: &writer) }
        draft.encode(to: &writer)
      }
    }

    /// `updateEditChannelMessage#1b3f4df7`
    package struct UpdateEditChannelMessage: Sendable {
      package static var constructorID: UInt32 { 0x1b3f4df7 }
      package let message: API.Message
      package let pts: Int32
      package let ptsCount: Int32

      package init(message: API.Message, pts: Int32, ptsCount: Int32) {
        self.message = message
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.message = try API.Message(from: &reader)
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        message.encode(to: &writer)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateEditMessage#e40370a3`
    package struct UpdateEditMessage: Sendable {
      package static var constructorID: UInt32 { 0xe40370a3 }
      package let message: API.Message
      package let pts: Int32
      package let ptsCount: Int32

      package init(message: API.Message, pts: Int32, ptsCount: Int32) {
        self.message = message
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.message = try API.Message(from: &reader)
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        message.encode(to: &writer)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateFolderPeers#19360dc0`
    package struct UpdateFolderPeers: Sendable {
      package static var constructorID: UInt32 { 0x19360dc0 }
      package let folderPeers: [API.FolderPeer]
      package let pts: Int32
      package let ptsCount: Int32

      package init(folderPeers: [API.FolderPeer], pts: Int32, ptsCount: Int32) {
        self.folderPeers = folderPeers
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.folderPeers = try reader.vector()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(folderPeers)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateMessageID#4e90bfd6`
    package struct UpdateMessageID: Sendable {
      package static var constructorID: UInt32 { 0x4e90bfd6 }
      package let id: Int32
      package let randomId: Int64

      package init(id: Int32, randomId: Int64) {
        self.id = id
        self.randomId = randomId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.int()
        self.randomId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(id)
        writer.long(randomId)
      }
    }

    /// `updateMessagePollVote#7699f014`
    package struct UpdateMessagePollVote: Sendable {
      package static var constructorID: UInt32 { 0x7699f014 }
      package let pollId: Int64
      package let peer: API.Peer
      package let options: [[UInt8]]
      package let positions: [Int32]
      package let qts: Int32

      package init(pollId: Int64, peer: API.Peer, options: [[UInt8]], positions: [Int32], qts: Int32) {
        self.pollId = pollId
        self.peer = peer
        self.options = options
        self.positions = positions
        self.qts = qts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.pollId = try reader.long()
        self.peer = try API.Peer(from: &reader)
        self.options = try reader.vectorOfBytes()
        self.positions = try reader.vector()
        self.qts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(pollId)
        peer.encode(to: &writer)
        writer.vectorOfBytes(options)
        writer.vector(positions)
        writer.int(qts)
      }
    }

    /// `updateMessageReactions#1e297bfa`
    package struct UpdateMessageReactions: Sendable {
      package static var constructorID: UInt32 { 0x1e297bfa }
      package let peer: API.Peer
      package let msgId: Int32
      package let topMsgId: Int32?
      package let savedPeerId: API.Peer?
      package let reactions: API.MessageReactions

      package init(peer: API.Peer, msgId: Int32, topMsgId: Int32? = nil, savedPeerId: API.Peer? = nil, reactions: API.MessageReactions) {
        self.peer = peer
        self.msgId = msgId
        self.topMsgId = topMsgId
        self.savedPeerId = savedPeerId
        self.reactions = reactions
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.peer = try API.Peer(from: &reader)
        self.msgId = try reader.int()
        self.topMsgId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.savedPeerId = flagsWord & 0x2 != 0 ? try API.Peer(from: &reader) : nil
        self.reactions = try API.MessageReactions(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if topMsgId != nil { flagsWord |= 0x1 }
        if savedPeerId != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        writer.int(msgId)
        if let topMsgId { writer.int(topMsgId) }
        if let savedPeerId { savedPeerId.encode(to: &writer) }
        reactions.encode(to: &writer)
      }
    }

    /// `updateNewAuthorization#8951abef`
    package struct UpdateNewAuthorization: Sendable {
      package static var constructorID: UInt32 { 0x8951abef }
      package let hash: Int64
      package let date: Int32?
      package let device: String?
      package let location: String?
      /// Sent by the same bit as the values it follows from.
      package var unconfirmed: Bool { date != nil && device != nil && location != nil }

      package init(hash: Int64, date: Int32? = nil, device: String? = nil, location: String? = nil) {
        self.hash = hash
        self.date = date
        self.device = device
        self.location = location
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.hash = try reader.long()
        self.date = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.device = flagsWord & 0x1 != 0 ? try reader.string() : nil
        self.location = flagsWord & 0x1 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if date != nil && device != nil && location != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(hash)
        if let date, flagsWord & 0x1 != 0 { writer.int(date) }
        if let device, flagsWord & 0x1 != 0 { writer.string(device) }
        if let location, flagsWord & 0x1 != 0 { writer.string(location) }
      }
    }

    /// `updateNewChannelMessage#62ba04d9`
    package struct UpdateNewChannelMessage: Sendable {
      package static var constructorID: UInt32 { 0x62ba04d9 }
      package let message: API.Message
      package let pts: Int32
      package let ptsCount: Int32

      package init(message: API.Message, pts: Int32, ptsCount: Int32) {
        self.message = message
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.message = try API.Message(from: &reader)
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        message.encode(to: &writer)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateNewEncryptedMessage#12bcbd9a`
    package struct UpdateNewEncryptedMessage: Sendable {
      package static var constructorID: UInt32 { 0x12bcbd9a }
      package let message: TLRaw
      package let qts: Int32

      package init(message: TLRaw, qts: Int32) {
        self.message = message
        self.qts = qts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.message = try reader.raw(type: 104)
        self.qts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        message.encode(to: &writer)
        writer.int(qts)
      }
    }

    /// `updateNewMessage#1f2b0afd`
    package struct UpdateNewMessage: Sendable {
      package static var constructorID: UInt32 { 0x1f2b0afd }
      package let message: API.Message
      package let pts: Int32
      package let ptsCount: Int32

      package init(message: API.Message, pts: Int32, ptsCount: Int32) {
        self.message = message
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.message = try API.Message(from: &reader)
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        message.encode(to: &writer)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateNewScheduledMessage#39a51dfb`
    package struct UpdateNewScheduledMessage: Sendable {
      package static var constructorID: UInt32 { 0x39a51dfb }
      package let message: API.Message

      package init(message: API.Message) {
        self.message = message
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.message = try API.Message(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        message.encode(to: &writer)
      }
    }

    /// `updateNotifySettings#bec268ef`
    package struct UpdateNotifySettings: Sendable {
      package static var constructorID: UInt32 { 0xbec268ef }
      package let peer: API.NotifyPeer
      package let notifySettings: API.PeerNotifySettings

      package init(peer: API.NotifyPeer, notifySettings: API.PeerNotifySettings) {
        self.peer = peer
        self.notifySettings = notifySettings
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.NotifyPeer(from: &reader)
        self.notifySettings = try API.PeerNotifySettings(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        notifySettings.encode(to: &writer)
      }
    }

    /// `updatePeerBlocked#ebe07752`
    package struct UpdatePeerBlocked: Sendable {
      package static var constructorID: UInt32 { 0xebe07752 }
      package let blocked: Bool
      package let blockedMyStoriesFrom: Bool
      package let peerId: API.Peer

      package init(blocked: Bool = false, blockedMyStoriesFrom: Bool = false, peerId: API.Peer) {
        self.blocked = blocked
        self.blockedMyStoriesFrom = blockedMyStoriesFrom
        self.peerId = peerId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.blocked = flagsWord & 0x1 != 0
        self.blockedMyStoriesFrom = flagsWord & 0x2 != 0
        self.peerId = try API.Peer(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if blocked { flagsWord |= 0x1 }
        if blockedMyStoriesFrom { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        peerId.encode(to: &writer)
      }
    }

    /// `updatePeerSettings#6a7e7366`
    package struct UpdatePeerSettings: Sendable {
      package static var constructorID: UInt32 { 0x6a7e7366 }
      package let peer: API.Peer
      package let settings: API.PeerSettings

      package init(peer: API.Peer, settings: API.PeerSettings) {
        self.peer = peer
        self.settings = settings
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.Peer(from: &reader)
        self.settings = try API.PeerSettings(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        settings.encode(to: &writer)
      }
    }

    /// `updatePinnedChannelMessages#5bb98608`
    package struct UpdatePinnedChannelMessages: Sendable {
      package static var constructorID: UInt32 { 0x5bb98608 }
      package let pinned: Bool
      package let channelId: Int64
      package let messages: [Int32]
      package let pts: Int32
      package let ptsCount: Int32

      package init(pinned: Bool = false, channelId: Int64, messages: [Int32], pts: Int32, ptsCount: Int32) {
        self.pinned = pinned
        self.channelId = channelId
        self.messages = messages
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.pinned = flagsWord & 0x1 != 0
        self.channelId = try reader.long()
        self.messages = try reader.vector()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if pinned { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(channelId)
        writer.vector(messages)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updatePinnedDialogs#fa0f3ca2`
    package struct UpdatePinnedDialogs: Sendable {
      package static var constructorID: UInt32 { 0xfa0f3ca2 }
      package let folderId: Int32?
      package let order: [API.DialogPeer]?

      package init(folderId: Int32? = nil, order: [API.DialogPeer]? = nil) {
        self.folderId = folderId
        self.order = order
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.folderId = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.order = flagsWord & 0x1 != 0 ? try reader.vector() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if order != nil { flagsWord |= 0x1 }
        if folderId != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        if let folderId { writer.int(folderId) }
        if let order { writer.vector(order) }
      }
    }

    /// `updatePinnedMessages#ed85eab5`
    package struct UpdatePinnedMessages: Sendable {
      package static var constructorID: UInt32 { 0xed85eab5 }
      package let pinned: Bool
      package let peer: API.Peer
      package let messages: [Int32]
      package let pts: Int32
      package let ptsCount: Int32

      package init(pinned: Bool = false, peer: API.Peer, messages: [Int32], pts: Int32, ptsCount: Int32) {
        self.pinned = pinned
        self.peer = peer
        self.messages = messages
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.pinned = flagsWord & 0x1 != 0
        self.peer = try API.Peer(from: &reader)
        self.messages = try reader.vector()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if pinned { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        writer.vector(messages)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateReadChannelDiscussionInbox#d6b19546`
    package struct UpdateReadChannelDiscussionInbox: Sendable {
      package static var constructorID: UInt32 { 0xd6b19546 }
      package let channelId: Int64
      package let topMsgId: Int32
      package let readMaxId: Int32
      package let broadcastId: Int64?
      package let broadcastPost: Int32?

      package init(channelId: Int64, topMsgId: Int32, readMaxId: Int32, broadcastId: Int64? = nil, broadcastPost: Int32? = nil) {
        self.channelId = channelId
        self.topMsgId = topMsgId
        self.readMaxId = readMaxId
        self.broadcastId = broadcastId
        self.broadcastPost = broadcastPost
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.channelId = try reader.long()
        self.topMsgId = try reader.int()
        self.readMaxId = try reader.int()
        self.broadcastId = flagsWord & 0x1 != 0 ? try reader.long() : nil
        self.broadcastPost = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if broadcastId != nil && broadcastPost != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(channelId)
        writer.int(topMsgId)
        writer.int(readMaxId)
        if let broadcastId, flagsWord & 0x1 != 0 { writer.long(broadcastId) }
        if let broadcastPost, flagsWord & 0x1 != 0 { writer.int(broadcastPost) }
      }
    }

    /// `updateReadChannelDiscussionOutbox#695c9e7c`
    package struct UpdateReadChannelDiscussionOutbox: Sendable {
      package static var constructorID: UInt32 { 0x695c9e7c }
      package let channelId: Int64
      package let topMsgId: Int32
      package let readMaxId: Int32

      package init(channelId: Int64, topMsgId: Int32, readMaxId: Int32) {
        self.channelId = channelId
        self.topMsgId = topMsgId
        self.readMaxId = readMaxId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
        self.topMsgId = try reader.int()
        self.readMaxId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
        writer.int(topMsgId)
        writer.int(readMaxId)
      }
    }

    /// `updateReadChannelInbox#922e6e10`
    package struct UpdateReadChannelInbox: Sendable {
      package static var constructorID: UInt32 { 0x922e6e10 }
      package let folderId: Int32?
      package let channelId: Int64
      package let maxId: Int32
      package let stillUnreadCount: Int32
      package let pts: Int32

      package init(folderId: Int32? = nil, channelId: Int64, maxId: Int32, stillUnreadCount: Int32, pts: Int32) {
        self.folderId = folderId
        self.channelId = channelId
        self.maxId = maxId
        self.stillUnreadCount = stillUnreadCount
        self.pts = pts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.folderId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.channelId = try reader.long()
        self.maxId = try reader.int()
        self.stillUnreadCount = try reader.int()
        self.pts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if folderId != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        if let folderId { writer.int(folderId) }
        writer.long(channelId)
        writer.int(maxId)
        writer.int(stillUnreadCount)
        writer.int(pts)
      }
    }

    /// `updateReadChannelOutbox#b75f99a9`
    package struct UpdateReadChannelOutbox: Sendable {
      package static var constructorID: UInt32 { 0xb75f99a9 }
      package let channelId: Int64
      package let maxId: Int32

      package init(channelId: Int64, maxId: Int32) {
        self.channelId = channelId
        self.maxId = maxId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
        self.maxId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
        writer.int(maxId)
      }
    }

    /// `updateReadHistoryInbox#9e84bc99`
    package struct UpdateReadHistoryInbox: Sendable {
      package static var constructorID: UInt32 { 0x9e84bc99 }
      package let folderId: Int32?
      package let peer: API.Peer
      package let topMsgId: Int32?
      package let maxId: Int32
      package let stillUnreadCount: Int32
      package let pts: Int32
      package let ptsCount: Int32

      package init(folderId: Int32? = nil, peer: API.Peer, topMsgId: Int32? = nil, maxId: Int32, stillUnreadCount: Int32, pts: Int32, ptsCount: Int32) {
        self.folderId = folderId
        self.peer = peer
        self.topMsgId = topMsgId
        self.maxId = maxId
        self.stillUnreadCount = stillUnreadCount
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.folderId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.peer = try API.Peer(from: &reader)
        self.topMsgId = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.maxId = try reader.int()
        self.stillUnreadCount = try reader.int()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if folderId != nil { flagsWord |= 0x1 }
        if topMsgId != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        if let folderId { writer.int(folderId) }
        peer.encode(to: &writer)
        if let topMsgId { writer.int(topMsgId) }
        writer.int(maxId)
        writer.int(stillUnreadCount)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateReadHistoryOutbox#2f2f21bf`
    package struct UpdateReadHistoryOutbox: Sendable {
      package static var constructorID: UInt32 { 0x2f2f21bf }
      package let peer: API.Peer
      package let maxId: Int32
      package let pts: Int32
      package let ptsCount: Int32

      package init(peer: API.Peer, maxId: Int32, pts: Int32, ptsCount: Int32) {
        self.peer = peer
        self.maxId = maxId
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.Peer(from: &reader)
        self.maxId = try reader.int()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(maxId)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }

    /// `updateReadMessagesContents#f8227181`
    package struct UpdateReadMessagesContents: Sendable {
      package static var constructorID: UInt32 { 0xf8227181 }
      package let messages: [Int32]
      package let pts: Int32
      package let ptsCount: Int32
      package let date: Int32?

      package init(messages: [Int32], pts: Int32, ptsCount: Int32, date: Int32? = nil) {
        self.messages = messages
        self.pts = pts
        self.ptsCount = ptsCount
        self.date = date
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.messages = try reader.vector()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
        self.date = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if date != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.vector(messages)
        writer.int(pts)
        writer.int(ptsCount)
        if let date { writer.int(date) }
      }
    }

    /// `updateServiceNotification#ebe46819`
    package struct UpdateServiceNotification: Sendable {
      package static var constructorID: UInt32 { 0xebe46819 }
      package let popup: Bool
      package let invertMedia: Bool
      package let inboxDate: Int32?
      package let type: String
      package let message: String
      package let media: API.MessageMedia
      package let entities: [API.MessageEntity]

      package init(popup: Bool = false, invertMedia: Bool = false, inboxDate: Int32? = nil, type: String, message: String, media: API.MessageMedia, entities: [API.MessageEntity]) {
        self.popup = popup
        self.invertMedia = invertMedia
        self.inboxDate = inboxDate
        self.type = type
        self.message = message
        self.media = media
        self.entities = entities
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.popup = flagsWord & 0x1 != 0
        self.invertMedia = flagsWord & 0x4 != 0
        self.inboxDate = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.type = try reader.string()
        self.message = try reader.string()
        self.media = try API.MessageMedia(from: &reader)
        self.entities = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if popup { flagsWord |= 0x1 }
        if inboxDate != nil { flagsWord |= 0x2 }
        if invertMedia { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        if let inboxDate { writer.int(inboxDate) }
        writer.string(type)
        writer.string(message)
        media.encode(to: &writer)
        writer.vector(entities)
      }
    }

    /// `updateUser#20529438`
    package struct UpdateUser: Sendable {
      package static var constructorID: UInt32 { 0x20529438 }
      package let userId: Int64

      package init(userId: Int64) {
        self.userId = userId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.userId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(userId)
      }
    }

    /// `updateUserName#a7848924`
    package struct UpdateUserName: Sendable {
      package static var constructorID: UInt32 { 0xa7848924 }
      package let userId: Int64
      package let firstName: String
      package let lastName: String
      package let usernames: [API.Username]

      package init(userId: Int64, firstName: String, lastName: String, usernames: [API.Username]) {
        self.userId = userId
        self.firstName = firstName
        self.lastName = lastName
        self.usernames = usernames
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.userId = try reader.long()
        self.firstName = try reader.string()
        self.lastName = try reader.string()
        self.usernames = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(userId)
        writer.string(firstName)
        writer.string(lastName)
        writer.vector(usernames)
      }
    }

    /// `updateUserPhone#05492a13`
    package struct UpdateUserPhone: Sendable {
      package static var constructorID: UInt32 { 0x05492a13 }
      package let userId: Int64
      package let phone: String

      package init(userId: Int64, phone: String) {
        self.userId = userId
        self.phone = phone
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.userId = try reader.long()
        self.phone = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(userId)
        writer.string(phone)
      }
    }

    /// `updateUserStatus#e5bdf8de`
    package struct UpdateUserStatus: Sendable {
      package static var constructorID: UInt32 { 0xe5bdf8de }
      package let userId: Int64
      package let status: API.UserStatus

      package init(userId: Int64, status: API.UserStatus) {
        self.userId = userId
        self.status = status
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.userId = try reader.long()
        self.status = try API.UserStatus(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(userId)
        status.encode(to: &writer)
      }
    }

    /// `updateUserTyping#2a17bf5c`
    package struct UpdateUserTyping: Sendable {
      package static var constructorID: UInt32 { 0x2a17bf5c }
      package let userId: Int64
      package let topMsgId: Int32?
      package let action: API.SendMessageAction

      package init(userId: Int64, topMsgId: Int32? = nil, action: API.SendMessageAction) {
        self.userId = userId
        self.topMsgId = topMsgId
        self.action = action
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.userId = try reader.long()
        self.topMsgId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.action = try API.SendMessageAction(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if topMsgId != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(userId)
        if let topMsgId { writer.int(topMsgId) }
        action.encode(to: &writer)
      }
    }

    /// `updateWebPage#7f891213`
    package struct UpdateWebPage: Sendable {
      package static var constructorID: UInt32 { 0x7f891213 }
      package let webpage: TLRaw
      package let pts: Int32
      package let ptsCount: Int32

      package init(webpage: TLRaw, pts: Int32, ptsCount: Int32) {
        self.webpage = webpage
        self.pts = pts
        self.ptsCount = ptsCount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.webpage = try reader.raw(type: 414)
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        webpage.encode(to: &writer)
        writer.int(pts)
        writer.int(ptsCount)
      }
    }
  }
}
