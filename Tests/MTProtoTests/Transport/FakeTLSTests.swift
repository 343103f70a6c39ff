import Cryptography
import Testing

@testable import MTProto

@Suite("Fake TLS")
struct FakeTLSTests {
  private let random = RandomSource.seeded(27)
  private let secret = SecretBytes((0..<16).map { UInt8($0) })
  private let other = SecretBytes([UInt8](repeating: 7, count: 16))
  private let now: Int64 = 1_772_442_000

  private func client(
    _ domain: String = "www.example.com", secret: SecretBytes? = nil
  ) throws -> FakeTLSClient {
    try FakeTLSClient(
      domain: domain, secret: secret ?? self.secret, unixTime: now, random: random)
  }

  private func server(
    _ domain: String = "www.example.com", secret: SecretBytes? = nil
  ) -> FakeTLSServer {
    FakeTLSServer(domain: domain, secret: secret ?? self.secret, random: random)
  }

  @Test(
    "The hello has a browser's size whatever the domain, and names it [mtproto 25]",
    arguments: ["a.b", "www.example.com", String(repeating: "long", count: 45) + "er"])
  func hello(domain: String) throws {
    let hello = try client(domain).hello
    #expect(hello.count == 517)
    #expect(hello.starts(with: [0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]))
    #expect(FakeTLSHello.domain(of: hello) == domain)
    #expect(FakeTLSHello.time(ofClient: hello, secret: secret) == UInt32(now))
    #expect(FakeTLSHello.time(ofClient: hello, secret: other) == nil)
    #expect(try client(domain).hello != hello)
  }

  @Test("No extension of a hello comes twice, however often one is made")
  func extensions() throws {
    for _ in 0..<100 {
      let hello = try client().hello
      var rest = hello[(76 + 2 + 32 + 2 + 2)...]
      var kinds: [[UInt8]] = []
      while rest.count >= 4 {
        kinds.append(Array(rest.prefix(2)))
        let length = rest.dropFirst(2).prefix(2).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(4 + length)
      }
      #expect(rest.isEmpty)
      #expect(Set(kinds).count == kinds.count)
    }
  }

  @Test("Hellos, then data in records, in both directions and in pieces of one byte [mtproto 25]")
  func conversation() throws {
    var client = try client()
    var server = server()
    var answer: [UInt8] = []
    for byte in client.hello {
      let step = try server.receive([byte], unixTime: now + 5)
      answer += step.answer
    }
    for byte in answer.dropLast() {
      #expect(try client.receive([byte]).isEmpty)
      #expect(!client.isOpen)
    }
    #expect(try client.receive([answer[answer.count - 1]]).isEmpty)
    #expect(client.isOpen)

    let sent = random.bytes(10_000)
    let records = client.wrap(sent)
    #expect(records.starts(with: [20, 3, 3, 0, 1, 1, 23, 3, 3]))
    #expect(client.wrap([1]) == [23, 3, 3, 0, 1, 1])
    var arrived: [UInt8] = []
    for byte in records { arrived += try server.receive([byte], unixTime: now).data }
    #expect(arrived == sent)
    #expect(try client.receive(server.wrap(sent)) == sent)
  }

  @Test("What comes right behind the server's answer is data already")
  func together() throws {
    var client = try client()
    var server = server()
    let answer = try server.receive(client.hello, unixTime: now).answer
    #expect(try client.receive(answer + server.wrap([1, 2, 3])) == [1, 2, 3])
  }

  @Test("A client with another secret or domain, or an old hello, is a stranger [mtproto 25]")
  func strangers() throws {
    let hello = try client().hello
    var old = server()
    var wrongSecret = server(secret: other)
    var wrongDomain = server("www.example.org")
    #expect(throws: FakeTLSError(.notAuthentic)) {
      try old.receive(hello, unixTime: now + FakeTLSServer.tolerance + 1)
    }
    #expect(throws: FakeTLSError(.notAuthentic)) {
      try wrongSecret.receive(hello, unixTime: now)
    }
    #expect(throws: FakeTLSError(.notAuthentic)) {
      try wrongDomain.receive(hello, unixTime: now)
    }
  }

  @Test("A server that does not know the secret is found out, whichever byte it has wrong")
  func impostors() throws {
    let client = try client()
    var server = server()
    let answer = try server.receive(client.hello, unixTime: now).answer
    for index in [0, 5, 11, 42, 50, 90, 127, 138, answer.count - 1] {
      var changed = answer
      changed[index] ^= 1
      var victim = client
      #expect(throws: FakeTLSError.self) { try victim.receive(changed) }
      #expect(!victim.isOpen)
    }
    // Another connection's answer.
    var replayed = try self.client()
    #expect(throws: FakeTLSError(.notAuthentic)) { try replayed.receive(answer) }
  }

  @Test(
    "What a web server, or something else, answers is told apart",
    arguments: [
      (FakeTLSServer.rejection, .alert), (Array("HTTP/1.1 400".utf8), .otherProtocol),
      ([22, 2, 0, 0, 1], .otherProtocol), ([22, 3, 3, 0xff, 0xff], .recordLength(65_535)),
      ([23, 3, 3, 0, 1, 0], .notAuthentic),
    ] as [([UInt8], FakeTLSError.Code)])
  func answers(bytes: [UInt8], code: FakeTLSError.Code) throws {
    var client = try client()
    let error = #expect(throws: FakeTLSError.self) { try client.receive(bytes) }
    #expect(error?.code == code)
    #expect(error?.reason.isEmpty == false)
  }

  @Test("Random bytes end in an error or wait for more, on both sides", arguments: 0..<60)
  func noise(seed: Int) throws {
    let random = RandomSource.seeded(UInt64(seed))
    var client = try client()
    var server = server()
    // Some begin as TLS does.
    let beginning: [[UInt8]] = [[], [22, 3, 3], [22, 3, 1, 2, 0], [22, 3, 3, 0, 1, 0, 20, 3, 3]]
    do throws(FakeTLSError) {
      _ = try client.receive(beginning[seed % 4])
      for _ in 0..<40 { _ = try client.receive(random.bytes(500)) }
      Issue.record("20,000 bytes of noise were borne")
    } catch {
      #expect(!client.isOpen)
    }
    do throws(FakeTLSError) {
      _ = try server.receive(beginning[seed % 4], unixTime: now)
      for _ in 0..<40 {
        #expect(try server.receive(random.bytes(500), unixTime: now) == .init())
      }
      Issue.record("20,000 bytes of noise were borne")
    } catch {
      #expect(!error.reason.isEmpty)
    }
  }

  @Test("An alert, or a handshake, in the middle of the data ends the connection")
  func interruption() throws {
    for last in [FakeTLSServer.rejection, [22, 3, 3, 0, 0]] {
      var client = try client()
      var server = server()
      _ = try client.receive(try server.receive(client.hello, unixTime: now).answer)
      #expect(throws: FakeTLSError.self) { try client.receive(server.wrap([1]) + last) }
    }
  }
}
