internal import Cryptography

extension TransportCodec {
  /// Finds out what the client speaks, as Telegram's servers do.
  ///
  /// - Returns: false until it has sent enough to tell: 64 bytes at most.
  mutating func detect() throws(TransportError) -> Bool {
    let unread = buffer[start...]
    guard let first = unread.first else { return false }
    if secret == nil {
      if first == TransportKind.abridged.tag[0] { return begin(.abridged, after: 1) }
      guard unread.count >= 4 else { return false }
      for kind in [TransportKind.intermediate, .paddedIntermediate]
      where unread.starts(with: kind.tag) {
        return begin(kind, after: 4)
      }
      // Nobody who speaks MTProto begins so, and who does will not send 64 bytes.
      guard !Obfuscation.isOtherProtocol(unread) else {
        throw TransportError(code: .unknownTransport)
      }
      guard unread.count >= 8 else { return false }
      // Obfuscated connections never have zeros there: it is the full transport's frame number 0.
      if unread.dropFirst(4).starts(with: [0, 0, 0, 0]) { return begin(.full, after: 0) }
    }
    return try detectObfuscated()
  }

  private mutating func begin(_ kind: TransportKind, after size: Int) -> Bool {
    self.kind = kind
    start += size
    return true
  }

  private mutating func detectObfuscated() throws(TransportError) -> Bool {
    let size = Obfuscation.headerSize
    guard buffer.count - start >= size else { return false }
    let header = Array(buffer[start..<(start + size)])
    guard let client = ObfuscationCiphers.server(header, secret: secret) else {
      throw TransportError(code: .unknownTransport)
    }
    dc = client.dc
    ciphers = client.ciphers
    decrypt(from: start + size)
    return begin(client.kind, after: size)
  }
}
