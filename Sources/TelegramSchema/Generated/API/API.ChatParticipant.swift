// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `ChatParticipant`
  package enum ChatParticipant: TLDecodable, TLEncodable {
    indirect case chatParticipant(API.ChatParticipant.ChatParticipant)
    indirect case chatParticipantAdmin(API.ChatParticipant.ChatParticipantAdmin)
    case chatParticipantCreator(API.ChatParticipant.ChatParticipantCreator)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x38e79fde:
        self = .chatParticipant(try API.ChatParticipant.ChatParticipant(body: &reader))
      case 0x0360d5d2:
        self = .chatParticipantAdmin(try API.ChatParticipant.ChatParticipantAdmin(body: &reader))
      case 0xe1f867b8:
        self = .chatParticipantCreator(try API.ChatParticipant.ChatParticipantCreator(body: &reader))
      default:
        throw reader.unknown(id, in: "ChatParticipant")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .chatParticipant(let value): writer.constructor(0x38e79fde); value.encodeBody(to: &writer)
      case .chatParticipantAdmin(let value): writer.constructor(0x0360d5d2); value.encodeBody(to: &writer)
      case .chatParticipantCreator(let value): writer.constructor(0xe1f867b8); value.encodeBody(to: &writer)
      }
    }

    /// `chatParticipant#38e79fde`
    package struct ChatParticipant: Sendable {
      package static var constructorID: UInt32 { 0x38e79fde }
      package let userId: Int64
      package let inviterId: Int64
      package let date: Int32
      package let rank: String?

      package init(userId: Int64, inviterId: Int64, date: Int32, rank: String? = nil) {
        self.userId = userId
        self.inviterId = inviterId
        self.date = date
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.userId = try reader.long()
        self.inviterId = try reader.long()
        self.date = try reader.int()
        self.rank = flagsWord & 0x1 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if rank != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(userId)
        writer.long(inviterId)
        writer.int(date)
        if let rank { writer.string(rank) }
      }
    }

    /// `chatParticipantAdmin#0360d5d2`
    package struct ChatParticipantAdmin: Sendable {
      package static var constructorID: UInt32 { 0x0360d5d2 }
      package let userId: Int64
      package let inviterId: Int64
      package let date: Int32
      package let rank: String?

      package init(userId: Int64, inviterId: Int64, date: Int32, rank: String? = nil) {
        self.userId = userId
        self.inviterId = inviterId
        self.date = date
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.userId = try reader.long()
        self.inviterId = try reader.long()
        self.date = try reader.int()
        self.rank = flagsWord & 0x1 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if rank != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(userId)
        writer.long(inviterId)
        writer.int(date)
        if let rank { writer.string(rank) }
      }
    }

    /// `chatParticipantCreator#e1f867b8`
    package struct ChatParticipantCreator: Sendable {
      package static var constructorID: UInt32 { 0xe1f867b8 }
      package let userId: Int64
      package let rank: String?

      package init(userId: Int64, rank: String? = nil) {
        self.userId = userId
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.userId = try reader.long()
        self.rank = flagsWord & 0x1 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if rank != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(userId)
        if let rank { writer.string(rank) }
      }
    }
  }
}
