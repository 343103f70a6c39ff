// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `DialogPeer`
  package enum DialogPeer: TLDecodable, TLEncodable {
    case dialogPeer(API.DialogPeer.DialogPeer)
    case dialogPeerCommunity(API.DialogPeer.DialogPeerCommunity)
    case dialogPeerFolder(API.DialogPeer.DialogPeerFolder)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xe56dbf05:
        self = .dialogPeer(try API.DialogPeer.DialogPeer(body: &reader))
      case 0x2f65c8e4:
        self = .dialogPeerCommunity(try API.DialogPeer.DialogPeerCommunity(body: &reader))
      case 0x514519e2:
        self = .dialogPeerFolder(try API.DialogPeer.DialogPeerFolder(body: &reader))
      default:
        throw reader.unknown(id, in: "DialogPeer")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .dialogPeer(let value): writer.constructor(0xe56dbf05); value.encodeBody(to: &writer)
      case .dialogPeerCommunity(let value): writer.constructor(0x2f65c8e4); value.encodeBody(to: &writer)
      case .dialogPeerFolder(let value): writer.constructor(0x514519e2); value.encodeBody(to: &writer)
      }
    }

    /// `dialogPeer#e56dbf05`
    package struct DialogPeer: Sendable {
      package static var constructorID: UInt32 { 0xe56dbf05 }
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

    /// `dialogPeerCommunity#2f65c8e4`
    package struct DialogPeerCommunity: Sendable {
      package static var constructorID: UInt32 { 0x2f65c8e4 }
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

    /// `dialogPeerFolder#514519e2`
    package struct DialogPeerFolder: Sendable {
      package static var constructorID: UInt32 { 0x514519e2 }
      package let folderId: Int32

      package init(folderId: Int32) {
        self.folderId = folderId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.folderId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(folderId)
      }
    }
  }
}
