// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `NotifyPeer`
  package enum NotifyPeer: TLDecodable, TLEncodable {
    case notifyBroadcasts
    case notifyChats
    case notifyCommunity(API.NotifyPeer.NotifyCommunity)
    case notifyForumTopic(API.NotifyPeer.NotifyForumTopic)
    case notifyPeer(API.NotifyPeer.NotifyPeer)
    case notifyUsers

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xd612e8ef:
        self = .notifyBroadcasts
      case 0xc007cec3:
        self = .notifyChats
      case 0xbe376999:
        self = .notifyCommunity(try API.NotifyPeer.NotifyCommunity(body: &reader))
      case 0x226e6308:
        self = .notifyForumTopic(try API.NotifyPeer.NotifyForumTopic(body: &reader))
      case 0x9fd40bd8:
        self = .notifyPeer(try API.NotifyPeer.NotifyPeer(body: &reader))
      case 0xb4c83b4c:
        self = .notifyUsers
      default:
        throw reader.unknown(id, in: "NotifyPeer")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .notifyBroadcasts: writer.constructor(0xd612e8ef)
      case .notifyChats: writer.constructor(0xc007cec3)
      case .notifyCommunity(let value): writer.constructor(0xbe376999); value.encodeBody(to: &writer)
      case .notifyForumTopic(let value): writer.constructor(0x226e6308); value.encodeBody(to: &writer)
      case .notifyPeer(let value): writer.constructor(0x9fd40bd8); value.encodeBody(to: &writer)
      case .notifyUsers: writer.constructor(0xb4c83b4c)
      }
    }

    /// `notifyCommunity#be376999`
    package struct NotifyCommunity: Sendable {
      package static var constructorID: UInt32 { 0xbe376999 }
      package let communityId: Int64

      package init(communityId: Int64) {
        self.communityId = communityId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.communityId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(communityId)
      }
    }

    /// `notifyForumTopic#226e6308`
    package struct NotifyForumTopic: Sendable {
      package static var constructorID: UInt32 { 0x226e6308 }
      package let peer: API.Peer
      package let topMsgId: Int32

      package init(peer: API.Peer, topMsgId: Int32) {
        self.peer = peer
        self.topMsgId = topMsgId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.Peer(from: &reader)
        self.topMsgId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(topMsgId)
      }
    }

    /// `notifyPeer#9fd40bd8`
    package struct NotifyPeer: Sendable {
      package static var constructorID: UInt32 { 0x9fd40bd8 }
      package let peer: API.Peer

      package init(peer: API.Peer) {
        self.peer = peer
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.Peer(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
      }
    }
  }
}
