package import Cryptography

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
  package internal(set) var kind: TransportKind?
  /// The data center that an obfuscated client asks for, on the server's side: as its header has it,
  /// negative for media, 10,000 more for test servers.
  package internal(set) var dc: Int16?
  /// Without it on the server's side, clients may do as they like; with it they must be obfuscated.
  let secret: SecretBytes?
  var ciphers: ObfuscationCiphers?
  var buffer: [UInt8] = []
  /// Where in the buffer what is unread begins.
  var start = 0
  private let random: RandomSource
  /// What goes out before the first frame.
  private var preamble: [UInt8] = []
  private var sentFrames: UInt32 = 0
  private var receivedFrames: UInt32 = 0
  /// libcrypto has failed: nothing that is sent or received means anything any more.
  private var isBroken = false

  package var isObfuscated: Bool { ciphers != nil }

  /// The client's side: the first frame is preceded by the transport's tag.
  ///
  /// - Parameter random: for the padding.
  package init(client kind: TransportKind, random: RandomSource = .secure) {
    role = .client
    secret = nil
    self.kind = kind
    self.random = random
    preamble = kind.tag
  }

  /// The client's side, obfuscated: the first frame is preceded by the header.
  package init(client obfuscation: Obfuscation, random: RandomSource = .secure) {
    role = .client
    secret = obfuscation.secret
    kind = obfuscation.kind
    self.random = random
    do throws(CryptographyError) {
      (preamble, ciphers) = try ObfuscationCiphers.client(obfuscation, random: random)
    } catch {
      isBroken = true
    }
  }

  /// The server's side: what the client speaks is found out from its first bytes.
  ///
  /// - Parameter secret: an MTProxy's, 16 bytes. Clients without it are refused then.
  package static func server(
    secret: SecretBytes? = nil, random: RandomSource = .secure
  ) -> TransportCodec {
    TransportCodec(secret: secret, random: random)
  }

  private init(secret: SecretBytes?, random: RandomSource) {
    role = .server
    self.secret = secret
    self.random = random
  }
}

// MARK: Sending

extension TransportCodec {
  /// The frame for one packet of 4 bytes or more. On the client's side the first one begins with what
  /// names the transport. Nothing can be sent by a server before the client has spoken: empty then.
  package mutating func encode(_ payload: [UInt8]) -> [UInt8] {
    guard let kind, !payload.isEmpty, !isBroken else { return [] }
    var frame = preamble
    frame.reserveCapacity(frame.count + payload.count + 32)
    preamble = []
    let begin = frame.count
    kind.append(payload, number: sentFrames, padding: padding(of: kind), to: &frame)
    sentFrames &+= 1
    do throws(CryptographyError) {
      try ciphers?.sending.apply(to: &frame, from: begin)
    } catch {
      isBroken = true
      return []
    }
    return frame
  }

  /// The frame by which a server refuses.
  package mutating func encode(_ refusal: TransportRefusal) -> [UInt8] {
    encode(withUnsafeBytes(of: refusal.rawValue.littleEndian) { Array($0) })
  }

  /// The beginning of a frame that is longer than any may be.
  package mutating func encodeOversized() -> [UInt8] {
    guard let kind, !isBroken else { return [] }
    var frame = kind.oversizedHeader
    do throws(CryptographyError) {
      try ciphers?.sending.apply(to: &frame)
    } catch {
      isBroken = true
      return []
    }
    return frame
  }

  /// What a server sends as soon as a packet whose client asked for it has arrived whole
  /// (core.telegram.org/mtproto/mtproto-transports#quick-ack). Empty where there is no form for it.
  package mutating func encode(quickAck token: UInt32) -> [UInt8] {
    guard let kind, !isBroken, var frame = kind.quickAck(token) else { return [] }
    do throws(CryptographyError) {
      try ciphers?.sending.apply(to: &frame)
    } catch {
      isBroken = true
      return []
    }
    return frame
  }

  private func padding(of kind: TransportKind) -> [UInt8] {
    guard kind == .paddedIntermediate else { return [] }
    var random = random
    let longest =
      role == .client ? TransportKind.longestPadding : TransportKind.longestServerPadding
    return random.bytes(Int.random(in: 0...longest, using: &random))
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
    let fresh = buffer.count
    buffer.append(contentsOf: bytes)
    decrypt(from: fresh)
  }

  /// Decrypts what is in the buffer from `index` on.
  mutating func decrypt(from index: Int) {
    do throws(CryptographyError) {
      try ciphers?.receiving.apply(to: &buffer, from: index)
    } catch {
      isBroken = true
    }
  }

  /// The next whole frame, nil until more bytes have come. After an error the connection is done for.
  package mutating func next() throws(TransportError) -> Frame? {
    guard !isBroken else { throw TransportError(code: .damagedFrame) }
    if role == .server, kind == nil {
      guard try detect() else { return nil }
    }
    guard let kind else { return nil }
    while let header = try kind.header(of: buffer[start...], role: role) {
      switch header {
      case .quickAck(let token, let size):
        start += size
        return .quickAck(token)
      case .payload(let offset, let length, let trailer):
        let whole = buffer[start...].prefix(offset + length + trailer)
        guard whole.count == offset + length + trailer else { return nil }
        if kind == .full {
          guard TransportKind.isIntact(whole, number: receivedFrames) else {
            throw TransportError(code: .damagedFrame)
          }
        }
        start += whole.count
        receivedFrames &+= 1
        let payload = whole.dropFirst(offset).dropLast(trailer)
        let packet = kind == .paddedIntermediate ? TransportKind.unpadded(payload) : payload
        if let frame = try frame(of: Array(packet)) { return frame }
      }
    }
    return nil
  }

  /// What a server sends that is shorter than any message is a code, maybe with padding behind it.
  /// Nil if it says nothing.
  private func frame(of payload: [UInt8]) throws(TransportError) -> Frame? {
    guard role == .client, payload.count < PlainMessage.headerSize else { return .packet(payload) }
    guard payload.count >= 4 else { throw TransportError(code: .frameLength(payload.count)) }
    switch Int32(bitPattern: payload[..<4].littleEndian) {
    case 0: return nil
    // The form that quick acks have where lengths have no bit to spare for them.
    case -1 where payload.count >= 8: return .quickAck(payload[4..<8].littleEndian)
    case let code: return .refusal(TransportRefusal(rawValue: code))
    }
  }
}
