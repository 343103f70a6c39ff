// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Contacts {
  /// `contacts.resolvedPeer#7f077ad9`
  package struct ResolvedPeer: TLConstructor {
    package static var constructorID: UInt32 { 0x7f077ad9 }
    package let peer: API.Peer
    package let chats: [API.Chat]
    package let users: [API.User]

    package init(peer: API.Peer, chats: [API.Chat], users: [API.User]) {
      self.peer = peer
      self.chats = chats
      self.users = users
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.peer = try API.Peer(from: &reader)
      self.chats = try reader.vector()
      self.users = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      peer.encode(to: &writer)
      writer.vector(chats)
      writer.vector(users)
    }
  }
}
