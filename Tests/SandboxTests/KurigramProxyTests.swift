import Cryptography
import MTProto
import Model
import Sandbox
import Testing

/// kurigram through the sandbox's proxies; it knows the hellos that look like TLS, too.
@Suite("kurigram through a proxy", .timeLimit(.minutes(5)))
struct KurigramProxyTests {
  private static let secret = (0..<16).map { UInt8($0 * 5 + 2) }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func chat(_ agent: ForeignAgent, _ server: TelegramServer) async throws {
    try await KurigramTests.logIn(agent, server)
    let dialogs: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
    #expect(!dialogs.isEmpty)
    var arrivals = server.contact(Cast.alice).arrivals().makeAsyncIterator()
    let _: TelethonTests.MessageRow = try await agent.ask(
      "send", ["chat": Cast.alice, "text": "through the proxy"])
    #expect(try #require(await arrivals.next()).text == "through the proxy")
  }

  @Test("Through SOCKS5 with a password [mtproto 25]")
  func socks() async throws {
    try await Fixtures.withServer(history: 1) { server in
      var settings = SOCKS5Server.Configuration()
      settings.account = .init(user: "robin", password: Secret("sesame"))
      try await SOCKS5Server.serve(settings) { proxy in
        try await ForeignAgent.with(
          server, .kurigram, proxy: "socks5:127.0.0.1:\(proxy.port):robin:sesame"
        ) { agent in
          try await Self.chat(agent, server)
        }
        #expect(proxy.requests.first?.user == "robin")
      }
    }
  }

  @Test(
    "Through an MTProxy with a plain, a dd and an ee secret [mtproto 25]",
    arguments: [
      ("", "", TransportKind.abridged), ("dd", "", .paddedIntermediate),
      ("ee", "example.org", .paddedIntermediate),
    ])
  func mtproxy(prefix: String, domain: String, kind: TransportKind) async throws {
    try await Fixtures.withServer(history: 1) { server in
      var settings = MTProxyServer.Configuration(
        secret: SecretBytes(Self.secret),
        dataCenters: [2: ProxyTarget(host: server.host, port: server.port)])
      settings.requiresPadding = !prefix.isEmpty
      if !domain.isEmpty { settings.domain = domain }
      try await MTProxyServer.serve(settings) { proxy in
        try await ForeignAgent.with(
          server, .kurigram,
          proxy: "127.0.0.1:\(proxy.port):\(prefix)\(Self.hex(Self.secret))\(Self.hex(domain.utf8))"
        ) { agent in
          try await Self.chat(agent, server)
        }
        #expect(Set(proxy.clients) == [.init(kind: kind, dc: 2)])
      }
    }
  }
}
