// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Updates {
  /// `updates.Difference`
  package enum Difference: TLDecodable, TLEncodable {
    indirect case difference(API.Updates.Difference.Difference)
    case differenceEmpty(API.Updates.Difference.DifferenceEmpty)
    indirect case differenceSlice(API.Updates.Difference.DifferenceSlice)
    case differenceTooLong(API.Updates.Difference.DifferenceTooLong)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x00f49ca0:
        self = .difference(try API.Updates.Difference.Difference(body: &reader))
      case 0x5d75a138:
        self = .differenceEmpty(try API.Updates.Difference.DifferenceEmpty(body: &reader))
      case 0xa8fb1981:
        self = .differenceSlice(try API.Updates.Difference.DifferenceSlice(body: &reader))
      case 0x4afe8f6d:
        self = .differenceTooLong(try API.Updates.Difference.DifferenceTooLong(body: &reader))
      default:
        throw reader.unknown(id, in: "updates.Difference")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .difference(let value): writer.constructor(0x00f49ca0); value.encodeBody(to: &writer)
      case .differenceEmpty(let value): writer.constructor(0x5d75a138); value.encodeBody(to: &writer)
      case .differenceSlice(let value): writer.constructor(0xa8fb1981); value.encodeBody(to: &writer)
      case .differenceTooLong(let value): writer.constructor(0x4afe8f6d); value.encodeBody(to: &writer)
      }
    }

    /// `updates.difference#00f49ca0`
    package struct Difference: Sendable {
      package static var constructorID: UInt32 { 0x00f49ca0 }
      package let newMessages: [API.Message]
      package let newEncryptedMessages: [TLRaw]
      package let otherUpdates: [API.Update]
      package let chats: [API.Chat]
      package let users: [API.User]
      package let state: API.Updates.State

      package init(newMessages: [API.Message], newEncryptedMessages: [TLRaw], otherUpdates: [API.Update], chats: [API.Chat], users: [API.User], state: API.Updates.State) {
        self.newMessages = newMessages
        self.newEncryptedMessages = newEncryptedMessages
        self.otherUpdates = otherUpdates
        self.chats = chats
        self.users = users
        self.state = state
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.newMessages = try reader.vector()
        self.newEncryptedMessages = try reader.rawVector(type: 104)
        self.otherUpdates = try reader.vector()
        self.chats = try reader.vector()
        self.users = try reader.vector()
        self.state = try API.Updates.State(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(newMessages)
        writer.vector(newEncryptedMessages)
        writer.vector(otherUpdates)
        writer.vector(chats)
        writer.vector(users)
        state.encode(to: &writer)
      }
    }

    /// `updates.differenceEmpty#5d75a138`
    package struct DifferenceEmpty: Sendable {
      package static var constructorID: UInt32 { 0x5d75a138 }
      package let date: Int32
      package let seq: Int32

      package init(date: Int32, seq: Int32) {
        self.date = date
        self.seq = seq
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.date = try reader.int()
        self.seq = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(date)
        writer.int(seq)
      }
    }

    /// `updates.differenceSlice#a8fb1981`
    package struct DifferenceSlice: Sendable {
      package static var constructorID: UInt32 { 0xa8fb1981 }
      package let newMessages: [API.Message]
      package let newEncryptedMessages: [TLRaw]
      package let otherUpdates: [API.Update]
      package let chats: [API.Chat]
      package let users: [API.User]
      package let intermediateState: API.Updates.State

      package init(newMessages: [API.Message], newEncryptedMessages: [TLRaw], otherUpdates: [API.Update], chats: [API.Chat], users: [API.User], intermediateState: API.Updates.State) {
        self.newMessages = newMessages
        self.newEncryptedMessages = newEncryptedMessages
        self.otherUpdates = otherUpdates
        self.chats = chats
        self.users = users
        self.intermediateState = intermediateState
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.newMessages = try reader.vector()
        self.newEncryptedMessages = try reader.rawVector(type: 104)
        self.otherUpdates = try reader.vector()
        self.chats = try reader.vector()
        self.users = try reader.vector()
        self.intermediateState = try API.Updates.State(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(newMessages)
        writer.vector(newEncryptedMessages)
        writer.vector(otherUpdates)
        writer.vector(chats)
        writer.vector(users)
        intermediateState.encode(to: &writer)
      }
    }

    /// `updates.differenceTooLong#4afe8f6d`
    package struct DifferenceTooLong: Sendable {
      package static var constructorID: UInt32 { 0x4afe8f6d }
      package let pts: Int32

      package init(pts: Int32) {
        self.pts = pts
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.pts = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(pts)
      }
    }
  }
}
