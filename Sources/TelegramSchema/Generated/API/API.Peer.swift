// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Peer`
  package enum Peer: TLDecodable, TLEncodable {
    case peerChannel(API.Peer.PeerChannel)
    case peerChat(API.Peer.PeerChat)
    case peerUser(API.Peer.PeerUser)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xa2a5371e:
        self = .peerChannel(try API.Peer.PeerChannel(body: &reader))
      case 0x36c6019a:
        self = .peerChat(try API.Peer.PeerChat(body: &reader))
      case 0x59511722:
        self = .peerUser(try API.Peer.PeerUser(body: &reader))
      default:
        throw reader.unknown(id, in: "Peer")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .peerChannel(let value): writer.constructor(0xa2a5371e); value.encodeBody(to: &writer)
      case .peerChat(let value): writer.constructor(0x36c6019a); value.encodeBody(to: &writer)
      case .peerUser(let value): writer.constructor(0x59511722); value.encodeBody(to: &writer)
      }
    }

    /// `peerChannel#a2a5371e`
    package struct PeerChannel: Sendable {
      package static var constructorID: UInt32 { 0xa2a5371e }
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

    /// `peerChat#36c6019a`
    package struct PeerChat: Sendable {
      package static var constructorID: UInt32 { 0x36c6019a }
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

    /// `peerUser#59511722`
    package struct PeerUser: Sendable {
      package static var constructorID: UInt32 { 0x59511722 }
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
  }
}
