// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Channels {
  /// `channels.channelParticipant#dfb80317`
  package struct ChannelParticipant: TLConstructor {
    package static var constructorID: UInt32 { 0xdfb80317 }
    package let participant: API.ChannelParticipant
    package let chats: [API.Chat]
    package let users: [API.User]

    package init(participant: API.ChannelParticipant, chats: [API.Chat], users: [API.User]) {
      self.participant = participant
      self.chats = chats
      self.users = users
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.participant = try API.ChannelParticipant(from: &reader)
      self.chats = try reader.vector()
      self.users = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      participant.encode(to: &writer)
      writer.vector(chats)
      writer.vector(users)
    }
  }
}
