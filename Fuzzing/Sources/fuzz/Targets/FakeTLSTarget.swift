import Cryptography

@testable import MTProto

/// Connections that look like TLS, either side, with strangers and with those who know the secret.
struct FakeTLSTarget: FuzzTarget {
  static let name = "fake-tls"

  private static let secret = SecretBytes([UInt8](repeating: 9, count: 16))
  private static let domain = "example.org"
  private static let time: Int64 = 1_700_000_000

  static func seeds() throws -> [[UInt8]] {
    let hello = try FakeTLSHello.client(
      domain: domain, secret: secret, unixTime: UInt32(time), random: .seeded(1))
    let answer = try FakeTLSHello.server(to: hello, secret: secret, random: .seeded(2))
    let data = FakeTLSRecords.wrap([UInt8](repeating: 5, count: 3000))
    return [
      [0, 0] + hello + FakeTLSRecords.changeCipherSpec + data,
      [1, 3] + answer + data,
      [2, 5] + Choices.part(Array(hello.dropFirst(5))) + data,
      [3, 9, 1, 2] + Choices.part(Array(answer.prefix(127).dropFirst(5))) + data,
      [1, 1] + FakeTLSServer.rejection,
      [4, 0] + hello,
    ]
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let mode = choices.number(below: 5)
    let pattern = choices.byte()
    switch mode {
    case 0: compare(pattern, choices.remainder(), Self.serve)
    case 1: compare(pattern, choices.remainder(), Self.visit)
    case 2:
      guard let hello = Self.proved(choices.part(), after: []) else { return }
      compare(pattern, hello + choices.remainder(), Self.serve)
    case 3:
      guard let client = try? Self.client() else { return }
      let rest =
        FakeTLSRecords.changeCipherSpec
        + FakeTLSRecords.record(FakeTLSRecords.Kind.applicationData, choices.bytes(2))
      guard
        let answer = Self.proved(
          choices.part(), after: Array(client.hello[FakeTLSHello.random]), before: rest)
      else { return }
      compare(pattern, answer + choices.remainder(), Self.visit)
    default:
      _ = FakeTLSHello.domain(of: choices.remainder())
    }
  }

  private struct Outcome: Equatable {
    var data: [UInt8] = []
    var answered = 0
    var error: FakeTLSError?
  }

  private func compare(
    _ pattern: UInt8, _ wire: [UInt8], _ read: ([[UInt8]]) -> Outcome
  ) {
    let whole = read([wire])
    let split = read(Splits.pieces(wire, pattern: pattern))
    demand(whole.error == split.error, "an error depends on how the bytes were cut")
    demand(whole.answered == split.answered, "an answer depends on how the bytes were cut")
    // What stands in front of a damaged record may have been given before the damage was seen.
    demand(
      whole.error == nil ? whole.data == split.data : split.data.starts(with: whole.data),
      "data depends on how the bytes were cut")
    demand(whole.data.count <= wire.count, "more came out than was put in")
  }

  private static func client() throws -> FakeTLSClient {
    try FakeTLSClient(domain: domain, secret: secret, unixTime: time, random: .seeded(3))
  }

  private static func serve(_ pieces: [[UInt8]]) -> Outcome {
    var server = FakeTLSServer(domain: domain, secret: secret, random: .seeded(4))
    var outcome = Outcome()
    do throws(FakeTLSError) {
      for piece in pieces {
        let step = try server.receive(piece, unixTime: time)
        outcome.data += step.data
        outcome.answered += step.answer.count
      }
    } catch {
      // A server that has answered has done so before it saw the damage; the whole read has not.
      outcome.answered = 0
      outcome.error = error
    }
    return outcome
  }

  private static func visit(_ pieces: [[UInt8]]) -> Outcome {
    var outcome = Outcome()
    guard var client = try? client() else { return outcome }
    do throws(FakeTLSError) {
      for piece in pieces { outcome.data += try client.receive(piece) }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// A hello with any contents, by somebody who knows the secret; nil if it is too short to prove it.
  private static func proved(
    _ message: [UInt8], after prefix: [UInt8], before rest: [UInt8] = []
  ) -> [UInt8]? {
    var hello = FakeTLSRecords.record(FakeTLSRecords.Kind.handshake, message)
    guard hello.count >= FakeTLSHello.sessionID.upperBound else { return nil }
    if !prefix.isEmpty, let sent = try? client().hello {
      hello.replaceSubrange(FakeTLSHello.sessionID, with: sent[FakeTLSHello.sessionID])
    }
    hello.replaceSubrange(FakeTLSHello.random, with: [UInt8](repeating: 0, count: 32))
    guard
      var digest = try? HMAC.authenticate(
        prefix + hello + rest, key: secret.exposed(), with: .sha256)
    else { return nil }
    if prefix.isEmpty {
      for (index, byte) in withUnsafeBytes(of: UInt32(time).littleEndian, Array.init).enumerated() {
        digest[28 + index] ^= byte
      }
    }
    hello.replaceSubrange(FakeTLSHello.random, with: digest)
    return hello + rest
  }
}
