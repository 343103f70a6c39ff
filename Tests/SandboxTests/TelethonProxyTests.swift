import Cryptography
import MTProto
import Model
import Sandbox
import Testing

/// Telethon through the sandbox's proxies: what carries its packets is not made for our client alone.
@Suite("Telethon through a proxy", .timeLimit(.minutes(5)))
struct TelethonProxyTests {
  private static let secret = (0..<16).map { UInt8($0 * 3 + 1) }

  private static var secretText: String {
    secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func chat(_ agent: ForeignAgent, _ server: TelegramServer) async throws {
    try await TelethonTests.logIn(agent, server)
    // Which tells Telethon how to address people.
    let dialogs: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
    #expect(!dialogs.isEmpty)
    let history: [TelethonTests.MessageRow] = try await agent.ask(
      "history", ["chat": Cast.alice])
    #expect(history.count > 20)
    var arrivals = server.contact(Cast.alice).arrivals().makeAsyncIterator()
    let _: TelethonTests.MessageRow = try await agent.ask(
      "send", ["chat": Cast.alice, "text": "through the proxy"])
    #expect(try #require(await arrivals.next()).text == "through the proxy")
  }

  @Test(
    "Through SOCKS5, with a password and without [mtproto 25]", arguments: [false, true],
    ["abridged", "obfuscated"])
  func socks(hasAccount: Bool, transport: String) async throws {
    try await Fixtures.withServer { server in
      var settings = SOCKS5Server.Configuration()
      if hasAccount { settings.account = .init(user: "robin", password: Secret("sesame")) }
      try await SOCKS5Server.serve(settings) { proxy in
        try await ForeignAgent.with(
          server, transport: transport,
          proxy: "socks5:127.0.0.1:\(proxy.port):" + (hasAccount ? "robin:sesame" : ":")
        ) { agent in
          try await Self.chat(agent, server)
        }
        #expect(proxy.requests.first?.user == (hasAccount ? "robin" : nil))
      }
    }
  }

  @Test(
    "Login, history and a message, with plain and dd secrets [mtproto 25]",
    arguments: [
      ("mtproxy-abridged", "", TransportKind.abridged),
      ("mtproxy-intermediate", "", .intermediate), ("mtproxy-padded", "dd", .paddedIntermediate),
    ])
  func session(transport: String, prefix: String, kind: TransportKind) async throws {
    try await Fixtures.withServer { server in
      var settings = MTProxyServer.Configuration(
        secret: SecretBytes(Self.secret),
        dataCenters: [2: ProxyTarget(host: server.host, port: server.port)])
      settings.requiresPadding = prefix == "dd"
      try await MTProxyServer.serve(settings) { proxy in
        try await ForeignAgent.with(
          server, transport: transport,
          proxy: "127.0.0.1:\(proxy.port):\(prefix)\(Self.secretText)"
        ) { agent in
          try await Self.chat(agent, server)
        }
        #expect(Set(proxy.clients) == [.init(kind: kind, dc: 2)])
      }
    }
  }

  @Test("A wrong secret lets nobody in")
  func wrongSecret() async throws {
    try await Fixtures.withServer { server in
      var settings = MTProxyServer.Configuration(
        secret: SecretBytes(Self.secret),
        dataCenters: [2: ProxyTarget(host: server.host, port: server.port)])
      settings.cutsStrangers = true
      try await MTProxyServer.serve(settings) { proxy in
        try await ForeignAgent.with(
          server, transport: "mtproxy-padded",
          proxy: "127.0.0.1:\(proxy.port):dd\(String(repeating: "5a", count: 16))"
        ) { agent in
          let failure = await #expect(throws: ForeignAgent.Failure.self) {
            try await agent.ask("connect", as: Bool.self)
          }
          // Which error it is depends on how far Telethon has got when it is cut off.
          #expect(failure?.name != "ended")
        }
        #expect(proxy.clients.isEmpty)
      }
    }
  }
}
