// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputChannel`
  package enum InputChannel: TLDecodable, TLEncodable {
    case inputChannel(API.InputChannel.InputChannel)
    case inputChannelEmpty
    case inputChannelFromMessage(API.InputChannel.InputChannelFromMessage)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xf35aec28:
        self = .inputChannel(try API.InputChannel.InputChannel(body: &reader))
      case 0xee8c1e86:
        self = .inputChannelEmpty
      case 0x5b934f9d:
        self = .inputChannelFromMessage(try API.InputChannel.InputChannelFromMessage(body: &reader))
      default:
        throw reader.unknown(id, in: "InputChannel")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputChannel(let value): writer.constructor(0xf35aec28); value.encodeBody(to: &writer)
      case .inputChannelEmpty: writer.constructor(0xee8c1e86)
      case .inputChannelFromMessage(let value): writer.constructor(0x5b934f9d); value.encodeBody(to: &writer)
      }
    }

    /// `inputChannel#f35aec28`
    package struct InputChannel: Sendable {
      package static var constructorID: UInt32 { 0xf35aec28 }
      package let channelId: Int64
      package let accessHash: Int64

      package init(channelId: Int64, accessHash: Int64) {
        self.channelId = channelId
        self.accessHash = accessHash
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
        self.accessHash = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
        writer.long(accessHash)
      }
    }

    /// `inputChannelFromMessage#5b934f9d`
    package struct InputChannelFromMessage: Sendable {
      package static var constructorID: UInt32 { 0x5b934f9d }
      package let peer: API.InputPeer
      package let msgId: Int32
      package let channelId: Int64

      package init(peer: API.InputPeer, msgId: Int32, channelId: Int64) {
        self.peer = peer
        self.msgId = msgId
        self.channelId = channelId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.InputPeer(from: &reader)
        self.msgId = try reader.int()
        self.channelId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(msgId)
        writer.long(channelId)
      }
    }
  }
}
