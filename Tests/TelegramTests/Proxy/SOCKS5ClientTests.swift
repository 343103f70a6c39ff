import Cryptography
import Model
import Testing

@testable import Telegram

@Suite("SOCKS5, the client's part")
struct SOCKS5ClientTests {
  private func client(
    _ host: String = "10.1.2.3", port: Int = 443, user: String? = nil
  ) -> SOCKS5Client {
    SOCKS5Client(
      host: host, port: port,
      credentials: user.map { Proxy.Credentials(user: $0, password: Secret("sesame")) })
  }

  private static let success: [UInt8] = [5, 0, 0, 1, 127, 0, 0, 1, 4, 56]

  @Test("Greeting, request, open; what follows the reply is the server's already [mtproto 25]")
  func plain() throws {
    var client = client()
    #expect(client.greeting == [5, 1, 0])
    #expect(
      try client.receive([5, 0]) == .init(answer: [5, 1, 0, 1, 10, 1, 2, 3, 1, 187]))
    #expect(try client.receive(Self.success + [7, 8]) == .init(beyond: [7, 8]))
  }

  @Test("A name goes to the proxy as a name, an IPv6 address as its bytes [mtproto 25]")
  func addresses() throws {
    var named = client("dc.example", port: 80)
    #expect(
      try named.receive([5, 0]).answer == [5, 1, 0, 3, 10] + Array("dc.example".utf8) + [0, 80])
    var numbered = client("2001:db8::1")
    #expect(
      try numbered.receive([5, 0]).answer
        == [5, 1, 0, 4, 0x20, 1, 0xd, 0xb8] + [UInt8](repeating: 0, count: 11) + [1, 1, 187])
  }

  @Test("User and password go out only when they are asked for [mtproto 25]")
  func credentials() throws {
    var asked = client(user: "robin")
    #expect(asked.greeting == [5, 2, 0, 2])
    let login: [UInt8] = [1, 5] + Array("robin".utf8) + [6] + Array("sesame".utf8)
    #expect(try asked.receive([5, 2]) == .init(answer: login))
    #expect(try asked.receive([1, 0]).answer.prefix(2) == [5, 1])
    #expect(try asked.receive(Self.success).beyond == [])
    var spared = client(user: "robin")
    #expect(try spared.receive([5, 0]).answer.prefix(2) == [5, 1])
  }

  @Test(
    "Replies may come one byte at a time, and with any kind of address in them",
    arguments: [
      success, [5, 0, 0, 3, 2, 97, 98, 0, 80],
      [5, 0, 0, 4] + [UInt8](repeating: 1, count: 16) + [0, 80],
    ] as [[UInt8]])
  func fragments(reply: [UInt8]) throws {
    var client = client(user: "robin")
    var steps: [SOCKS5Client.Step] = []
    for byte in [5, 2, 1, 0] + reply + [99] { steps.append(try client.receive([byte])) }
    #expect(steps.filter { !$0.answer.isEmpty }.count == 2)
    #expect(steps.compactMap(\.beyond) == [[], [99]])
  }

  @Test(
    "Each refusal says what it means, with its code [mtproto 25]",
    arguments: [
      (1, "general failure"), (2, "rules"), (3, "network of 10.1.2.3:443"),
      (4, "cannot be reached"),
      (5, "refused the proxy's connection"), (6, "too long"), (7, "command"),
      (8, "address type"), (9, "unknown"), (255, "unknown"),
    ] as [(UInt8, String)])
  func refusals(code: UInt8, says: String) throws {
    var client = client()
    _ = try client.receive([5, 0])
    let failure = #expect(throws: ProxyFailure.self) { try client.receive([5, code]) }
    #expect(failure?.code == .refused(code))
    #expect(failure?.reason.contains(says) == true, "\(failure?.reason ?? "")")
    #expect(failure?.reason.contains("\(code)") == true)
  }

  @Test("Refused credentials, and none where some are wanted, are told apart")
  func notLetIn() throws {
    var refused = client(user: "robin")
    _ = try refused.receive([5, 2])
    let wrong = #expect(throws: ProxyFailure.self) { try refused.receive([1, 1]) }
    #expect(wrong?.code == .credentialsRefused)
    #expect(wrong?.reason.contains("sesame") == false)
    var nobody = client()
    #expect(throws: ProxyFailure(.credentialsNeeded, "the proxy wants a user name and password")) {
      try nobody.receive([5, 0xff])
    }
    var unwanted = client(user: "robin")
    #expect(
      #expect(throws: ProxyFailure.self) { try unwanted.receive([5, 0xff]) }?.code
        == .credentialsRefused)
    // A method that was not offered.
    var pushy = client()
    #expect(throws: ProxyFailure.self) { try pushy.receive([5, 2]) }
  }

  @Test(
    "Random bytes end in a failure or wait for more, never in more memory", arguments: 0..<50)
  func noise(seed: Int) {
    let random = RandomSource.seeded(UInt64(seed))
    var client = client(user: seed % 2 == 0 ? "robin" : nil)
    do throws(ProxyFailure) {
      // The first bytes are right, so that some get far.
      if seed % 5 > 0 { _ = try client.receive([5, 0]) }
      if seed % 5 > 2 { _ = try client.receive([5, 0, 0, UInt8(seed % 5)]) }
      for _ in 0..<20 {
        let step = try client.receive(random.bytes(30))
        #expect((step.beyond?.count ?? 0) <= 300)
      }
    } catch {
      #expect(!error.reason.isEmpty)
    }
  }

  @Test(
    "What is no SOCKS5 proxy is found out by its first byte, or by a reply that cannot be",
    arguments: [Array("HTTP/1.1 400".utf8), [4, 0], [0], [5, 0, 4], [5, 0, 5, 0, 0, 9, 0]]
      as [[UInt8]])
  func strangers(bytes: [UInt8]) {
    var client = client()
    let failure = #expect(throws: ProxyFailure.self) { try client.receive(bytes) }
    #expect(failure?.code == .otherProtocol)
  }
}
