// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Channels {
  /// `channels.deleteMessages#84c1fd4e`
  package struct DeleteMessages: TLMethod {
    package static var constructorID: UInt32 { 0x84c1fd4e }
    package typealias Response = API.Messages.AffectedMessages
    package let channel: API.InputChannel
    package let id: [Int32]

    package init(channel: API.InputChannel, id: [Int32]) {
      self.channel = channel
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.channel = try API.InputChannel(from: &reader)
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      channel.encode(to: &writer)
      writer.vector(id)
    }
  }
  /// `channels.getChannels#0a7f6bbb`
  package struct GetChannels: TLMethod {
    package static var constructorID: UInt32 { 0x0a7f6bbb }
    package typealias Response = API.Messages.Chats
    package let id: [API.InputChannel]

    package init(id: [API.InputChannel]) {
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(id)
    }
  }
  /// `channels.getFullChannel#08736a09`
  package struct GetFullChannel: TLMethod {
    package static var constructorID: UInt32 { 0x08736a09 }
    package typealias Response = API.Messages.ChatFull
    package let channel: API.InputChannel

    package init(channel: API.InputChannel) {
      self.channel = channel
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.channel = try API.InputChannel(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      channel.encode(to: &writer)
    }
  }
  /// `channels.getMessages#ad8c9a23`
  package struct GetMessages: TLMethod {
    package static var constructorID: UInt32 { 0xad8c9a23 }
    package typealias Response = API.Messages.Messages
    package let channel: API.InputChannel
    package let id: [API.InputMessage]

    package init(channel: API.InputChannel, id: [API.InputMessage]) {
      self.channel = channel
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.channel = try API.InputChannel(from: &reader)
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      channel.encode(to: &writer)
      writer.vector(id)
    }
  }
  /// `channels.getParticipant#a0ab6cc6`
  package struct GetParticipant: TLMethod {
    package static var constructorID: UInt32 { 0xa0ab6cc6 }
    package typealias Response = API.Channels.ChannelParticipant
    package let channel: API.InputChannel
    package let participant: API.InputPeer

    package init(channel: API.InputChannel, participant: API.InputPeer) {
      self.channel = channel
      self.participant = participant
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.channel = try API.InputChannel(from: &reader)
      self.participant = try API.InputPeer(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      channel.encode(to: &writer)
      participant.encode(to: &writer)
    }
  }
  /// `channels.readHistory#cc104937`
  package struct ReadHistory: TLMethod {
    package static var constructorID: UInt32 { 0xcc104937 }
    package typealias Response = Bool
    package let channel: API.InputChannel
    package let maxId: Int32

    package init(channel: API.InputChannel, maxId: Int32) {
      self.channel = channel
      self.maxId = maxId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.channel = try API.InputChannel(from: &reader)
      self.maxId = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      channel.encode(to: &writer)
      writer.int(maxId)
    }
  }
}
