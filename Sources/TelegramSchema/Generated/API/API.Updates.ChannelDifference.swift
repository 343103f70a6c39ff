// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Updates {
  /// `updates.ChannelDifference`
  package enum ChannelDifference: TLDecodable, TLEncodable {
    indirect case channelDifference(API.Updates.ChannelDifference.ChannelDifference)
    case channelDifferenceEmpty(API.Updates.ChannelDifference.ChannelDifferenceEmpty)
    indirect case channelDifferenceTooLong(API.Updates.ChannelDifference.ChannelDifferenceTooLong)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x2064674e:
        self = .channelDifference(try API.Updates.ChannelDifference.ChannelDifference(body: &reader))
      case 0x3e11affb:
        self = .channelDifferenceEmpty(try API.Updates.ChannelDifference.ChannelDifferenceEmpty(body: &reader))
      case 0xa4bcc6fe:
        self = .channelDifferenceTooLong(try API.Updates.ChannelDifference.ChannelDifferenceTooLong(body: &reader))
      default:
        throw reader.unknown(id, in: "updates.ChannelDifference")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .channelDifference(let value): writer.constructor(0x2064674e); value.encodeBody(to: &writer)
      case .channelDifferenceEmpty(let value): writer.constructor(0x3e11affb); value.encodeBody(to: &writer)
      case .channelDifferenceTooLong(let value): writer.constructor(0xa4bcc6fe); value.encodeBody(to: &writer)
      }
    }

    /// `updates.channelDifference#2064674e`
    package struct ChannelDifference: Sendable {
      package static var constructorID: UInt32 { 0x2064674e }
      package let final: Bool
      package let pts: Int32
      package let timeout: Int32?
      package let newMessages: [API.Message]
      package let otherUpdates: [API.Update]
      package let chats: [API.Chat]
      package let users: [API.User]

      package init(final: Bool = false, pts: Int32, timeout: Int32? = nil, newMessages: [API.Message], otherUpdates: [API.Update], chats: [API.Chat], users: [API.User]) {
        self.final = final
        self.pts = pts
        self.timeout = timeout
        self.newMessages = newMessages
        self.otherUpdates = otherUpdates
        self.chats = chats
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.final = flagsWord & 0x1 != 0
        self.pts = try reader.int()
        self.timeout = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.newMessages = try reader.vector()
        self.otherUpdates = try reader.vector()
        self.chats = try reader.vector()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if final { flagsWord |= 0x1 }
        if timeout != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.int(pts)
        if let timeout { writer.int(timeout) }
        writer.vector(newMessages)
        writer.vector(otherUpdates)
        writer.vector(chats)
        writer.vector(users)
      }
    }

    /// `updates.channelDifferenceEmpty#3e11affb`
    package struct ChannelDifferenceEmpty: Sendable {
      package static var constructorID: UInt32 { 0x3e11affb }
      package let final: Bool
      package let pts: Int32
      package let timeout: Int32?

      package init(final: Bool = false, pts: Int32, timeout: Int32? = nil) {
        self.final = final
        self.pts = pts
        self.timeout = timeout
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.final = flagsWord & 0x1 != 0
        self.pts = try reader.int()
        self.timeout = flagsWord & 0x2 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if final { flagsWord |= 0x1 }
        if timeout != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.int(pts)
        if let timeout { writer.int(timeout) }
      }
    }

    /// `updates.channelDifferenceTooLong#a4bcc6fe`
    package struct ChannelDifferenceTooLong: Sendable {
      package static var constructorID: UInt32 { 0xa4bcc6fe }
      package let final: Bool
      package let timeout: Int32?
      package let dialog: API.Dialog
      package let messages: [API.Message]
      package let chats: [API.Chat]
      package let users: [API.User]

      package init(final: Bool = false, timeout: Int32? = nil, dialog: API.Dialog, messages: [API.Message], chats: [API.Chat], users: [API.User]) {
        self.final = final
        self.timeout = timeout
        self.dialog = dialog
        self.messages = messages
        self.chats = chats
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.final = flagsWord & 0x1 != 0
        self.timeout = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.dialog = try API.Dialog(from: &reader)
        self.messages = try reader.vector()
        self.chats = try reader.vector()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if final { flagsWord |= 0x1 }
        if timeout != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        if let timeout { writer.int(timeout) }
        dialog.encode(to: &writer)
        writer.vector(messages)
        writer.vector(chats)
        writer.vector(users)
      }
    }
  }
}
