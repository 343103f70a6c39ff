internal import TL

/// Counts the content messages that were sent
/// (core.telegram.org/mtproto/description#message-sequence-number-msg-seqno).
struct SequenceCounter: Hashable, Sendable {
  private var contentCount: Int32 = 0

  mutating func next(isContent: Bool) -> Int32 {
    guard isContent else { return contentCount &* 2 }
    defer { contentCount &+= 1 }
    return contentCount &* 2 &+ 1
  }
}

/// A message on its way out, id and number given.
struct OutgoingMessage: Hashable, Sendable {
  var id: Int64
  var sequenceNumber: Int32
  var body: [UInt8]
  /// Not to be put into a container.
  var isAlone = false
  /// Sent before under the same id, so that it may be less than ids already used: it travels in a
  /// container, whose own id is fresh.
  var isRepeated = false

  var size: Int { 16 + body.count }
}

/// Messages of one packet.
struct OutgoingPacket: Hashable, Sendable {
  var messages: [OutgoingMessage]

  var needsContainer: Bool { messages.count > 1 || messages.contains { $0.isRepeated } }

  /// In the order given, as few packets as the limits allow.
  static func split(_ messages: [OutgoingMessage]) -> [OutgoingPacket] {
    var packets: [OutgoingPacket] = []
    var open: [OutgoingMessage] = []
    var size = 8
    func close() {
      if !open.isEmpty { packets.append(OutgoingPacket(messages: open)) }
      open = []
      size = 8
    }
    for message in messages {
      if message.isAlone, !message.isRepeated {
        close()
        packets.append(OutgoingPacket(messages: [message]))
        continue
      }
      if open.count == SessionLimits.containerCount
        || size + message.size > SessionLimits.containerSize
      {
        close()
      }
      open.append(message)
      size += message.size
    }
    close()
    return packets
  }

  /// `msg_container#73f1f8dc messages:vector<%Message>`.
  var containerBody: [UInt8] {
    var writer = TLWriter(capacity: messages.reduce(8) { $0 + $1.size })
    writer.constructor(TLID.messageContainer)
    writer.uint(UInt32(messages.count))
    for message in messages {
      writer.long(message.id)
      writer.int(message.sequenceNumber)
      writer.uint(UInt32(message.body.count))
      writer.raw(message.body)
    }
    return writer.bytes
  }
}
