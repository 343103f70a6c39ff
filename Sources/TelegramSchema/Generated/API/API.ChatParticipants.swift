// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `ChatParticipants`
  package enum ChatParticipants: TLDecodable, TLEncodable {
    case chatParticipants(API.ChatParticipants.ChatParticipants)
    case chatParticipantsForbidden(API.ChatParticipants.ChatParticipantsForbidden)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x3cbc93f8:
        self = .chatParticipants(try API.ChatParticipants.ChatParticipants(body: &reader))
      case 0x8763d3e1:
        self = .chatParticipantsForbidden(try API.ChatParticipants.ChatParticipantsForbidden(body: &reader))
      default:
        throw reader.unknown(id, in: "ChatParticipants")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .chatParticipants(let value): writer.constructor(0x3cbc93f8); value.encodeBody(to: &writer)
      case .chatParticipantsForbidden(let value): writer.constructor(0x8763d3e1); value.encodeBody(to: &writer)
      }
    }

    /// `chatParticipants#3cbc93f8`
    package struct ChatParticipants: Sendable {
      package static var constructorID: UInt32 { 0x3cbc93f8 }
      package let chatId: Int64
      package let participants: [API.ChatParticipant]
      package let version: Int32

      package init(chatId: Int64, participants: [API.ChatParticipant], version: Int32) {
        self.chatId = chatId
        self.participants = participants
        self.version = version
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.chatId = try reader.long()
        self.participants = try reader.vector()
        self.version = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(chatId)
        writer.vector(participants)
        writer.int(version)
      }
    }

    /// `chatParticipantsForbidden#8763d3e1`
    package struct ChatParticipantsForbidden: Sendable {
      package static var constructorID: UInt32 { 0x8763d3e1 }
      package let chatId: Int64
      package let selfParticipant: API.ChatParticipant?

      package init(chatId: Int64, selfParticipant: API.ChatParticipant? = nil) {
        self.chatId = chatId
        self.selfParticipant = selfParticipant
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.chatId = try reader.long()
        self.selfParticipant = flagsWord & 0x1 != 0 ? try API.ChatParticipant(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if selfParticipant != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(chatId)
        if let selfParticipant { selfParticipant.encode(to: &writer) }
      }
    }
  }
}
