// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputDialogPeer`
  package enum InputDialogPeer: TLDecodable, TLEncodable {
    case inputDialogPeer(API.InputDialogPeer.InputDialogPeer)
    case inputDialogPeerCommunity(API.InputDialogPeer.InputDialogPeerCommunity)
    case inputDialogPeerFolder(API.InputDialogPeer.InputDialogPeerFolder)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xfcaafeb7:
        self = .inputDialogPeer(try API.InputDialogPeer.InputDialogPeer(body: &reader))
      case 0x69ef72c4:
        self = .inputDialogPeerCommunity(try API.InputDialogPeer.InputDialogPeerCommunity(body: &reader))
      case 0x64600527:
        self = .inputDialogPeerFolder(try API.InputDialogPeer.InputDialogPeerFolder(body: &reader))
      default:
        throw reader.unknown(id, in: "InputDialogPeer")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputDialogPeer(let value): writer.constructor(0xfcaafeb7); value.encodeBody(to: &writer)
      case .inputDialogPeerCommunity(let value): writer.constructor(0x69ef72c4); value.encodeBody(to: &writer)
      case .inputDialogPeerFolder(let value): writer.constructor(0x64600527); value.encodeBody(to: &writer)
      }
    }

    /// `inputDialogPeer#fcaafeb7`
    package struct InputDialogPeer: Sendable {
      package static var constructorID: UInt32 { 0xfcaafeb7 }
      package let peer: API.InputPeer

      package init(peer: API.InputPeer) {
        self.peer = peer
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.InputPeer(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
      }
    }

    /// `inputDialogPeerCommunity#69ef72c4`
    package struct InputDialogPeerCommunity: Sendable {
      package static var constructorID: UInt32 { 0x69ef72c4 }
      package let community: API.InputChannel

      package init(community: API.InputChannel) {
        self.community = community
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.community = try API.InputChannel(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        community.encode(to: &writer)
      }
    }

    /// `inputDialogPeerFolder#64600527`
    package struct InputDialogPeerFolder: Sendable {
      package static var constructorID: UInt32 { 0x64600527 }
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
