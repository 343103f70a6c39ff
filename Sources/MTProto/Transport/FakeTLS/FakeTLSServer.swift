package import Cryptography

/// The server's side of a connection that looks like TLS: an MTProxy's.
package struct FakeTLSServer: Sendable {
  package struct Step: Sendable, Hashable {
    /// To be sent as it is.
    package var answer: [UInt8] = []
    /// What the client sent inside.
    package var data: [UInt8] = []
  }

  /// Hellos whose time is farther from ours were made for somebody else.
  package static let tolerance: Int64 = 600

  private let domain: String
  private let secret: SecretBytes
  private let random: RandomSource
  private var records = FakeTLSRecords()
  private var isOpen = false

  /// - Parameter secret: 16 bytes.
  package init(domain: String, secret: SecretBytes, random: RandomSource = .secure) {
    self.domain = domain
    self.secret = secret
    self.random = random
  }

  /// What a web server says to somebody whom it does not understand: a fatal handshake_failure.
  package static var rejection: [UInt8] {
    FakeTLSRecords.record(FakeTLSRecords.Kind.alert, [2, 40])
  }

  /// - Throws: the client is a stranger, or has broken off.
  package mutating func receive(
    _ bytes: [UInt8], unixTime: Int64
  ) throws(FakeTLSError) -> Step {
    records.receive(bytes)
    var step = Step()
    if !isOpen {
      guard let hello = try records.next() else { return step }
      guard hello[0] == FakeTLSRecords.Kind.handshake,
        let time = FakeTLSHello.time(ofClient: hello, secret: secret),
        abs(Int64(time) - unixTime) <= Self.tolerance, FakeTLSHello.domain(of: hello) == domain
      else { throw FakeTLSError(.notAuthentic) }
      do throws(CryptographyError) {
        step.answer = try FakeTLSHello.server(to: hello, secret: secret, random: random)
      } catch {
        throw FakeTLSError(.notAuthentic)
      }
      isOpen = true
    }
    step.data = try records.data()
    return step
  }

  /// What goes to the client, in records.
  package func wrap(_ data: [UInt8]) -> [UInt8] { FakeTLSRecords.wrap(data) }
}
