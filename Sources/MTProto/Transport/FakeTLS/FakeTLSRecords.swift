/// The records of TLS (RFC 8446, 5.1) without any of its encryption: type, version, length, payload.
struct FakeTLSRecords: Sendable {
  enum Kind {
    static let changeCipherSpec: UInt8 = 20
    static let alert: UInt8 = 21
    static let handshake: UInt8 = 22
    static let applicationData: UInt8 = 23
  }

  static let headerSize = 5
  /// RFC 8446, 5.2: 2^14 and 256.
  static let longest = 16_640
  /// What goes into one record here: as much as other clients put there.
  static let longestSent = 2878
  /// What TLS 1.3 still says for the sake of old machines on the way.
  static let changeCipherSpec: [UInt8] = [20, 3, 3, 0, 1, 1]

  private var buffer: [UInt8] = []

  /// At most one record is held, besides what was received last.
  mutating func receive(_ bytes: [UInt8]) { buffer += bytes }

  /// The next whole record, header included; nil until more has come.
  mutating func next() throws(FakeTLSError) -> [UInt8]? {
    guard let kind = buffer.first else { return nil }
    guard (Kind.changeCipherSpec...Kind.applicationData).contains(kind) else {
      throw FakeTLSError(.otherProtocol)
    }
    guard buffer.count >= Self.headerSize else { return nil }
    guard buffer[1] == 3 else { throw FakeTLSError(.otherProtocol) }
    let length = Int(buffer[3]) << 8 | Int(buffer[4])
    guard length <= Self.longest else { throw FakeTLSError(.recordLength(length)) }
    guard buffer.count >= Self.headerSize + length else { return nil }
    defer { buffer.removeFirst(Self.headerSize + length) }
    return Array(buffer.prefix(Self.headerSize + length))
  }

  /// The application data that has come, taken out of its records.
  mutating func data() throws(FakeTLSError) -> [UInt8] {
    var data: [UInt8] = []
    while let record = try next() {
      switch record[0] {
      case Kind.applicationData: data += record[Self.headerSize...]
      case Kind.changeCipherSpec: break
      case Kind.alert: throw FakeTLSError(.alert)
      default: throw FakeTLSError(.otherProtocol)
      }
    }
    return data
  }

  static func record(_ kind: UInt8, _ payload: some Collection<UInt8>) -> [UInt8] {
    [kind, 3, 3] + UInt16(payload.count).networkBytes + payload
  }

  /// Bytes of any number as application data.
  static func wrap(_ data: [UInt8]) -> [UInt8] {
    var records: [UInt8] = []
    records.reserveCapacity(data.count + data.count / longestSent * headerSize + headerSize)
    for start in stride(from: 0, to: data.count, by: longestSent) {
      records += record(
        Kind.applicationData, data[start..<min(start + longestSent, data.count)])
    }
    return records
  }
}

extension UInt16 {
  /// Big-endian.
  var networkBytes: [UInt8] { [UInt8(self >> 8), UInt8(self & 0xff)] }
}
