internal import CZlib

/// What stands in front of a payload.
enum FrameHeader {
  /// Sizes in bytes: header, payload, trailer.
  case payload(offset: Int, length: Int, trailer: Int)
  case quickAck(token: UInt32, size: Int)
}

extension TransportKind {
  /// - Parameters:
  ///   - number: for the full transport.
  ///   - padding: for the padded one.
  func append(
    _ payload: [UInt8], number: UInt32, padding: [UInt8], to frame: inout [UInt8]
  ) {
    switch self {
    case .abridged:
      // Lengths count words, so what is not whole words cannot be said; packets always are.
      let words = UInt32((payload.count + 3) / 4)
      if words < 0x7f {
        frame.append(UInt8(words))
      } else {
        frame.appendLittleEndian(words << 8 | 0x7f)
      }
      frame += payload
      frame += [UInt8](repeating: 0, count: Int(words) * 4 - payload.count)
    case .intermediate, .paddedIntermediate:
      frame.appendLittleEndian(UInt32(payload.count + padding.count))
      frame += payload
      frame += padding
    case .full:
      let start = frame.count
      frame.appendLittleEndian(UInt32(payload.count + 12))
      frame.appendLittleEndian(number)
      frame += payload
      frame.appendLittleEndian(Self.checksum(frame[start...]))
    }
  }

  /// The token with its high bit set, without which it would be a length; nil for the full transport.
  func quickAck(_ token: UInt32) -> [UInt8]? {
    var frame: [UInt8] = []
    switch self {
    case .abridged: frame.appendLittleEndian((token | 1 << 31).byteSwapped)
    case .intermediate, .paddedIntermediate: frame.appendLittleEndian(token | 1 << 31)
    case .full: return nil
    }
    return frame
  }

  /// Declares more than ``TransportCodec/maximumLength``.
  var oversizedHeader: [UInt8] {
    var frame: [UInt8] = []
    switch self {
    case .abridged: frame.appendLittleEndian(0xffff_ff7f)
    case .intermediate, .paddedIntermediate: frame.appendLittleEndian(0x7fff_fff0)
    case .full:
      frame.appendLittleEndian(0x7fff_fff0)
      frame.appendLittleEndian(0)
    }
    return frame
  }

  /// Nil until the header is whole. `role` is the receiver's.
  func header(
    of bytes: ArraySlice<UInt8>, role: TransportCodec.Role
  ) throws(TransportError) -> FrameHeader? {
    guard let first = bytes.first else { return nil }
    switch self {
    case .abridged:
      // The high bit is an answer to the client, and the client's wish for one to the server.
      if first & 0x80 != 0, role == .client {
        guard bytes.count >= 4 else { return nil }
        return .quickAck(token: bytes.prefix(4).littleEndian.byteSwapped, size: 4)
      }
      if first & 0x7f < 0x7f {
        return try payload(offset: 1, length: Int(first & 0x7f) * 4)
      }
      guard bytes.count >= 4 else { return nil }
      return try payload(offset: 4, length: Int(bytes.prefix(4).littleEndian >> 8) * 4)
    case .intermediate, .paddedIntermediate:
      guard bytes.count >= 4 else { return nil }
      let word = bytes.prefix(4).littleEndian
      if word >> 31 == 1, role == .client { return .quickAck(token: word, size: 4) }
      return try payload(offset: 4, length: Int(word & 0x7fff_ffff))
    case .full:
      guard bytes.count >= 8 else { return nil }
      let whole = Int(bytes.prefix(4).littleEndian & 0x7fff_ffff)
      return try payload(offset: 8, length: whole - 12, trailer: 4)
    }
  }

  private func payload(
    offset: Int, length: Int, trailer: Int = 0
  ) throws(TransportError) -> FrameHeader {
    let padding = self == .paddedIntermediate ? Self.longestPadding : 0
    guard length > 0, length <= TransportCodec.maximumLength + padding else {
      throw TransportError(code: .frameLength(length))
    }
    return .payload(offset: offset, length: length, trailer: trailer)
  }

  /// The packet in front of random bytes: of plain ones the length is written inside, encrypted ones
  /// are whole blocks behind their outer header. What is shorter than a message stays as it is.
  static func unpadded(_ payload: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard payload.count >= PlainMessage.headerSize else { return payload }
    if payload.prefix(8).allSatisfy({ $0 == 0 }) {
      let body = Int(payload.dropFirst(16).prefix(4).littleEndian)
      return payload.prefix(PlainMessage.headerSize + body)
    }
    guard payload.count >= Envelope.outerSize else { return payload }
    return payload.prefix(payload.count - (payload.count - Envelope.outerSize) % 16)
  }

  /// A frame of the full transport, header and checksum included.
  static func isIntact(_ frame: ArraySlice<UInt8>, number: UInt32) -> Bool {
    frame.dropFirst(4).prefix(4).littleEndian == number
      && frame.suffix(4).littleEndian == checksum(frame.dropLast(4))
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { cz_crc32($0.baseAddress, $0.count) }
  }
}

extension ArraySlice<UInt8> {
  /// At most 4 bytes as a number.
  var littleEndian: UInt32 {
    reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian(_ value: UInt32) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
