/// The forms of framing that both sides speak (core.telegram.org/mtproto/mtproto-transports).
package enum TransportKind: String, Hashable, Sendable, CaseIterable {
  /// Tag 0xef; lengths in words of 4 bytes, 1 byte or 4.
  case abridged
  /// Tag 0xeeeeeeee; lengths in 4 bytes.
  case intermediate
  /// No tag; length, sequence number, payload, CRC-32.
  case full
}

/// The framing of one connection, both directions. A value: feed it what the socket gives, and write
/// to the socket what it makes.
package struct TransportCodec: Sendable {
  /// A frame's payload; more is refused before it is buffered.
  package static let maximumLength = 4 << 20

  enum Role: Hashable, Sendable {
    case client
    case server
  }

  let role: Role
  /// What is spoken here; on the server's side nil until the client's first bytes have told.
  package private(set) var kind: TransportKind?
  private var tagIsDue: Bool
  private var sentFrames: UInt32 = 0
  private var receivedFrames: UInt32 = 0
  private var buffer: [UInt8] = []
  private var start = 0

  /// The client's side: the first frame is preceded by the transport's tag.
  package init(client kind: TransportKind) {
    role = .client
    self.kind = kind
    tagIsDue = true
  }

  /// The server's side: what the client speaks is found out from its first bytes.
  package static func server() -> TransportCodec {
    TransportCodec()
  }

  private init() {
    role = .server
    tagIsDue = true
  }
}

// MARK: Sending

extension TransportCodec {
  /// The frame for one packet of 4 bytes or more. On the client's side the first one begins with the
  /// transport's tag. Nothing can be sent by a server before the client has spoken: empty then.
  package mutating func encode(_ payload: [UInt8]) -> [UInt8] {
    guard let kind else { return [] }
    var frame: [UInt8] = []
    frame.reserveCapacity(payload.count + 16)
    if role == .client, tagIsDue {
      frame += kind.tag
      tagIsDue = false
    }
    kind.append(payload, number: sentFrames, to: &frame)
    sentFrames &+= 1
    return frame
  }

  /// The frame by which a server refuses.
  package mutating func encode(_ refusal: TransportRefusal) -> [UInt8] {
    encode(withUnsafeBytes(of: refusal.rawValue.littleEndian) { Array($0) })
  }
}

// MARK: Receiving

extension TransportCodec {
  /// Takes what came from the socket. Call `next` until it gives nil before adding more, so that at
  /// most one frame and one read are held.
  package mutating func receive(_ bytes: some Collection<UInt8>) {
    if start > 0, start == buffer.count || start > 1 << 16 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next whole frame, nil until more bytes have come. After an error the connection is done for.
  package mutating func next() throws(TransportError) -> Frame? {
    if role == .server, tagIsDue {
      guard try detect() else { return nil }
    }
    guard let kind else { return nil }
    let unread = buffer[start...]
    guard let header = try kind.header(of: unread, role: role) else { return nil }
    switch header {
    case .quickAck(let token, let size):
      start += size
      return .quickAck(token)
    case .payload(let offset, let length, let trailer):
      guard unread.count >= offset + length + trailer else { return nil }
      let whole = unread.prefix(offset + length + trailer)
      if kind == .full {
        guard TransportKind.isIntact(whole, number: receivedFrames) else {
          throw TransportError(code: .damagedFrame)
        }
      }
      start += whole.count
      receivedFrames &+= 1
      return frame(of: Array(whole.dropFirst(offset).dropLast(trailer)))
    }
  }

  /// A server's payload of 4 bytes is a code: no packet is as short.
  private func frame(of payload: [UInt8]) -> Frame {
    guard role == .client, payload.count == 4 else { return .packet(payload) }
    let code = payload.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    return .refusal(TransportRefusal(rawValue: Int32(bitPattern: code)))
  }

  private mutating func detect() throws(TransportError) -> Bool {
    let unread = buffer[start...]
    guard let first = unread.first else { return false }
    if first == TransportKind.abridged.tag[0] {
      kind = .abridged
      start += 1
    } else {
      guard unread.count >= 8 else {
        return try detectIntermediate(unread)
      }
      if unread.starts(with: TransportKind.intermediate.tag) {
        kind = .intermediate
        start += 4
      } else if unread.dropFirst(4).starts(with: [0, 0, 0, 0]) {
        // Obfuscated connections never have zeros there: it is the full transport's frame number 0.
        kind = .full
      } else {
        throw TransportError(code: .unknownTransport)
      }
    }
    tagIsDue = false
    return true
  }

  private mutating func detectIntermediate(
    _ unread: ArraySlice<UInt8>
  ) throws(TransportError) -> Bool {
    guard unread.count >= 4, unread.starts(with: TransportKind.intermediate.tag) else {
      return false
    }
    kind = .intermediate
    start += 4
    tagIsDue = false
    return true
  }
}
