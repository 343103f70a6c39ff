internal import TL

/// One message out of a packet, with containers and compression taken off.
struct IncomingMessage: Hashable, Sendable {
  var id: Int64
  var sequenceNumber: Int32
  var body: [UInt8]

  /// Content has to be acknowledged; containers and acks are none.
  var isContent: Bool { sequenceNumber & 1 == 1 }
}

/// What a packet holds, in its order.
enum IncomingItem: Hashable, Sendable {
  case message(IncomingMessage)
  /// A container, before its children.
  case container(id: Int64, sequenceNumber: Int32, children: [Int64])
  /// A message whose inside makes no sense; its siblings are not concerned.
  case malformed(id: Int64, sequenceNumber: Int32)
}

/// Takes packets apart, in bounded memory.
struct MessageUnpacker {
  private static let messageCopy: UInt32 = 0xe060_46b2

  private(set) var items: [IncomingItem] = []
  private var budget = SessionLimits.unpackedSize

  static func unpack(_ message: IncomingMessage) -> [IncomingItem] {
    var unpacker = MessageUnpacker()
    unpacker.add(message, depth: 0)
    return unpacker.items
  }

  /// The messages of a container as they are, or the message itself if it is none.
  static func children(of message: IncomingMessage) -> [IncomingMessage] {
    var reader = TLReader(message.body)
    guard (try? reader.constructor()) == TLID.messageContainer,
      let count = try? reader.bareVectorCount(elementSize: 16)
    else { return [message] }
    return (0..<count).compactMap { _ in try? readMessage(&reader) }
  }

  private mutating func add(_ message: IncomingMessage, depth: Int) {
    var reader = TLReader(message.body)
    guard depth <= SessionLimits.nesting, let constructor = try? reader.constructor() else {
      return refuse(message)
    }
    switch constructor {
    case TLID.gzipPacked:
      guard let data = try? reader.bytes(), let body = Gzip.unpacked(data, limit: budget) else {
        return refuse(message)
      }
      budget -= body.count
      var plain = message
      plain.body = body
      add(plain, depth: depth + 1)
    case TLID.messageContainer:
      addContainer(message, &reader, depth: depth)
    case Self.messageCopy:
      guard let original = try? Self.readMessage(&reader) else { return refuse(message) }
      add(original, depth: depth + 1)
    default:
      items.append(.message(message))
    }
  }

  private mutating func addContainer(
    _ container: IncomingMessage, _ reader: inout TLReader, depth: Int
  ) {
    // 16 bytes of header each, so the count cannot make us reserve more than came.
    guard let count = try? reader.bareVectorCount(elementSize: 16),
      count <= SessionLimits.containerCount * 4
    else { return refuse(container) }
    var children: [IncomingMessage] = []
    for _ in 0..<count {
      // A wrong length leaves nothing to go on with; those before it still count.
      guard let child = try? Self.readMessage(&reader) else { break }
      children.append(child)
    }
    items.append(
      .container(
        id: container.id, sequenceNumber: container.sequenceNumber, children: children.map(\.id)))
    if children.count < count {
      refuse(container)
    }
    for child in children {
      add(child, depth: depth + 1)
    }
  }

  private static func readMessage(_ reader: inout TLReader) throws(TLError) -> IncomingMessage {
    let id = try reader.long()
    let sequenceNumber = try reader.int()
    let length = Int(try reader.int())
    guard length >= 0, length % 4 == 0 else {
      throw TLError(.impossibleCount(length), offset: reader.position - 4, type: "message")
    }
    let start = reader.position
    try reader.advance(by: length)
    return IncomingMessage(
      id: id, sequenceNumber: sequenceNumber, body: Array(reader.slice(from: start)))
  }

  private mutating func refuse(_ message: IncomingMessage) {
    items.append(.malformed(id: message.id, sequenceNumber: message.sequenceNumber))
  }
}
