// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `folderPeer#e9baa668`
  package struct FolderPeer: TLConstructor {
    package static var constructorID: UInt32 { 0xe9baa668 }
    package let peer: API.Peer
    package let folderId: Int32

    package init(peer: API.Peer, folderId: Int32) {
      self.peer = peer
      self.folderId = folderId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.peer = try API.Peer(from: &reader)
      self.folderId = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      peer.encode(to: &writer)
      writer.int(folderId)
    }
  }
}
