// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `ChannelMessagesFilter`
  package enum ChannelMessagesFilter: TLDecodable, TLEncodable {
    case channelMessagesFilter(API.ChannelMessagesFilter.ChannelMessagesFilter)
    case channelMessagesFilterEmpty

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xcd77d957:
        self = .channelMessagesFilter(try API.ChannelMessagesFilter.ChannelMessagesFilter(body: &reader))
      case 0x94d42ee7:
        self = .channelMessagesFilterEmpty
      default:
        throw reader.unknown(id, in: "ChannelMessagesFilter")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .channelMessagesFilter(let value): writer.constructor(0xcd77d957); value.encodeBody(to: &writer)
      case .channelMessagesFilterEmpty: writer.constructor(0x94d42ee7)
      }
    }

    /// `channelMessagesFilter#cd77d957`
    package struct ChannelMessagesFilter: Sendable {
      package static var constructorID: UInt32 { 0xcd77d957 }
      package let excludeNewMessages: Bool
      package let ranges: [TLRaw]

      package init(excludeNewMessages: Bool = false, ranges: [TLRaw]) {
        self.excludeNewMessages = excludeNewMessages
        self.ranges = ranges
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.excludeNewMessages = flagsWord & 0x2 != 0
        self.ranges = try reader.rawVector(type: 226)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if excludeNewMessages { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.vector(ranges)
      }
    }
  }
}
