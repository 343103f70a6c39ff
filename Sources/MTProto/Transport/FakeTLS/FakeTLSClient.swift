package import Cryptography

/// The client's side of a connection to an MTProxy that looks like TLS, as a value. Behind the hellos,
/// what looks encrypted is the obfuscated transport in records.
package struct FakeTLSClient: Sendable {
  package let hello: [UInt8]
  /// Whether the server has proved that it knows the secret.
  package private(set) var isOpen = false

  private let secret: SecretBytes
  private var records = FakeTLSRecords()
  /// The records that the server's proof stands in: three of them.
  private var answer: [[UInt8]] = []
  private var hasWritten = false

  /// - Parameters:
  ///   - domain: whose visitor we look like.
  ///   - secret: 16 bytes.
  ///   - unixTime: seconds; proxies look at it.
  package init(
    domain: String, secret: SecretBytes, unixTime: Int64, random: RandomSource = .secure
  ) throws(CryptographyError) {
    self.secret = secret
    hello = try FakeTLSHello.client(
      domain: domain, secret: secret, unixTime: UInt32(clamping: unixTime), random: random)
  }

  /// Takes bytes off the socket.
  ///
  /// - Returns: what the server sent inside.
  package mutating func receive(_ bytes: [UInt8]) throws(FakeTLSError) -> [UInt8] {
    records.receive(bytes)
    while !isOpen {
      guard let record = try records.next() else { return [] }
      guard record[0] != FakeTLSRecords.Kind.alert else { throw FakeTLSError(.alert) }
      let order = [
        FakeTLSRecords.Kind.handshake, FakeTLSRecords.Kind.changeCipherSpec,
        FakeTLSRecords.Kind.applicationData,
      ]
      guard record[0] == order[answer.count] else { throw FakeTLSError(.notAuthentic) }
      answer.append(record)
      guard answer.count == order.count else { continue }
      guard FakeTLSHello.isAuthentic(Array(answer.joined()), to: hello, secret: secret) else {
        throw FakeTLSError(.notAuthentic)
      }
      answer = []
      isOpen = true
    }
    return try records.data()
  }

  /// What goes to the server, in records.
  package mutating func wrap(_ data: [UInt8]) -> [UInt8] {
    guard !data.isEmpty else { return [] }
    let preamble = hasWritten ? [] : FakeTLSRecords.changeCipherSpec
    hasWritten = true
    return preamble + FakeTLSRecords.wrap(data)
  }
}
