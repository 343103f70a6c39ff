import Cryptography
import MTProto
import Model
import Sandbox
import TelegramSchema
import Testing

@testable import Telegram

@Suite("Through a proxy", .timeLimit(.minutes(5)))
struct ProxyTests {
  /// Logs in, and carries a message each way.
  private func chat(on stage: SandboxStage) async throws {
    let session = try await stage.login()
    let alice = stage.server.contact(Cast.alice)
    try await stage.work(session: session) { account in
      _ = try #require(try await account.updates.next())
      var arrivals = alice.arrivals().makeAsyncIterator()
      try await alice.send("are you there?", to: .user(Cast.owner))
      let message = try #require(try await account.messages(1).messages.first)
      #expect(message.text == "are you there?")
      _ = try await account.messenger.send(
        OutgoingMessage(chat: message.chat, text: "yes", replyTo: message.id, randomID: 4711))
      #expect(try #require(await arrivals.next()).text == "yes")
    }
    #expect(await stage.server.conductReport().isFlawless)
  }

  @Test(
    "Login and messages through an MTProxy, with each kind of secret and transport [mtproto 25]",
    arguments: [
      ("", TransportKind.intermediate, TransportKind.intermediate), ("", .abridged, .abridged),
      ("", .paddedIntermediate, .paddedIntermediate), ("dd", .intermediate, .paddedIntermediate),
      ("ee", .abridged, .paddedIntermediate),
    ])
  func mtproxy(prefix: String, transport: TransportKind, spoken: TransportKind) async throws {
    try await SandboxStage.run { stage in
      var settings = ProxyStage.settings(stage)
      settings.requiresPadding = prefix == "dd"
      settings.domain = prefix == "ee" ? ProxyStage.domain : nil
      let secret =
        prefix == "ee" ? ProxyStage.tlsSecretText : prefix + ProxyStage.secretText
      try await MTProxyServer.serve(settings) { proxy in
        var stage = stage
        stage.configuration = try ProxyStage.configuration(
          stage, ProxyStage.mtproxy(port: proxy.port, secret: secret))
        stage.configuration.transport = transport
        // Nobody listens at the data center's own address: all goes through the proxy.
        stage.configuration.servers.addresses = [2: [ServerAddress(dc: 2, host: "::1", port: 1)]]
        try await chat(on: stage)
        #expect(Set(proxy.clients) == [.init(kind: spoken, dc: 2)])
      }
    }
  }

  @Test(
    "Login and messages through SOCKS5, with a password and without; names are the proxy's [mtproto 25]",
    arguments: [false, true])
  func socks(hasAccount: Bool) async throws {
    try await SandboxStage.run { stage in
      var settings = SOCKS5Server.Configuration()
      settings.names = ["dc.telegram.invalid": stage.server.host]
      if hasAccount { settings.account = .init(user: "robin", password: Secret("open sesame")) }
      try await SOCKS5Server.serve(settings) { proxy in
        var stage = stage
        let account = hasAccount ? "robin:open%20sesame@" : ""
        stage.configuration = try ProxyStage.configuration(
          stage, "socks5://\(account)127.0.0.1:\(proxy.port)")
        let address = ServerAddress(
          dc: 2, host: "dc.telegram.invalid", port: stage.server.port)
        stage.configuration.servers.addresses = [2: [address]]
        try await chat(on: stage)
        let request = SOCKS5Server.Request(
          user: hasAccount ? "robin" : nil, host: address.host, isName: true, port: address.port)
        #expect(Set(proxy.requests) == [request])
      }
    }
  }

  @Test("Through SOCKS5 any transport goes, obfuscated ones too [mtproto 25]")
  func obfuscatedSocks() async throws {
    try await SandboxStage.run { stage in
      try await SOCKS5Server.serve { proxy in
        var stage = stage
        stage.configuration = try ProxyStage.configuration(
          stage, "socks5://127.0.0.1:\(proxy.port)")
        stage.configuration.isObfuscated = true
        try await chat(on: stage)
        #expect(proxy.requests.first?.isName == false)
      }
    }
  }

  @Test(
    "Each refusal of a SOCKS5 proxy: no network, at once, in words of its own [mtproto 25]",
    arguments: [
      (SOCKS5Server.Fault.refuse(2), "rules do not allow"), (.refuse(3), "network of"),
      (.refuse(4), "cannot be reached from the proxy"),
      (.refuse(5), "refused the proxy's connection"),
      (.say([5, 0xff]), "wants a user name and password"),
      (.say(Array("HTTP/1.1 400 Bad Request\r\n".utf8)), "no SOCKS5 proxy"),
    ])
  func refusals(fault: SOCKS5Server.Fault, says: String) async throws {
    try await SandboxStage.run { stage in
      var settings = SOCKS5Server.Configuration()
      settings.fault = fault
      try await SOCKS5Server.serve(settings) { proxy in
        let error = try await ProxyStage.firstError(
          ProxyStage.configuration(stage, "socks5://127.0.0.1:\(proxy.port)"))
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("SOCKS5 proxy 127.0.0.1:\(proxy.port)") == true)
      }
    }
  }

  @Test("A wrong password is told as such, and not repeated [mtproto 25]")
  func wrongPassword() async throws {
    try await SandboxStage.run { stage in
      var settings = SOCKS5Server.Configuration()
      settings.account = .init(user: "robin", password: Secret("open sesame"))
      try await SOCKS5Server.serve(settings) { proxy in
        let wrong = try await ProxyStage.firstError(
          ProxyStage.configuration(stage, "socks5://robin:not-the-one@127.0.0.1:\(proxy.port)"))
        #expect(wrong?.code == .unreachable)
        #expect(wrong?.message.contains("refused the user name and password") == true)
        #expect(wrong?.message.contains("not-the-one") == false)
        let none = try await ProxyStage.firstError(
          ProxyStage.configuration(stage, "socks5://127.0.0.1:\(proxy.port)"))
        #expect(none?.message.contains("wants a user name and password") == true)
        #expect(proxy.requests.isEmpty)
      }
    }
  }

  @Test(
    "A wrong secret of an MTProxy: no network, whether it cuts strangers or never answers [mtproto 25]",
    arguments: [false, true])
  func wrongSecret(cuts: Bool) async throws {
    try await SandboxStage.run { stage in
      var settings = ProxyStage.settings(stage)
      settings.cutsStrangers = cuts
      try await MTProxyServer.serve(settings) { proxy in
        let wrong = "dd99887766554433221100ffeeddccbbaa"
        var configuration = try ProxyStage.configuration(
          stage, ProxyStage.mtproxy(port: proxy.port, secret: wrong))
        // On a clock that runs a hundred times as fast.
        configuration.openingTimeout = .seconds(20)
        let error = try await ProxyStage.firstError(configuration)
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("MTProxy 127.0.0.1:\(proxy.port)") == true)
        #expect(error?.message.contains("secret may be wrong") == true)
        #expect(error?.message.contains("99887766") == false)
        #expect(proxy.clients.isEmpty)
      }
    }
  }

  @Test(
    "Behind a proxy that looks like TLS: a wrong secret, a wrong domain, a wrong clock, no TLS at all [mtproto 25]"
  )
  func wrongTLS() async throws {
    try await SandboxStage.run { stage in
      let domain = ProxyStage.domain.utf8.map { String($0, radix: 16) }.joined()
      let attempts = [
        "ee99887766554433221100ffeeddccbbaa" + domain, "ee" + ProxyStage.secretText + "612e62",
      ]
      var settings = ProxyStage.settings(stage)
      settings.domain = ProxyStage.domain
      func attempt(_ secret: String, says: String) async throws {
        try await MTProxyServer.serve(settings) { proxy in
          let error = try await ProxyStage.firstError(
            ProxyStage.configuration(stage, ProxyStage.mtproxy(port: proxy.port, secret: secret)))
          #expect(error?.code == .unreachable)
          #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
          #expect(proxy.clients.isEmpty)
        }
      }
      for secret in attempts { try await attempt(secret, says: "as a web server does") }
      settings.unixTime = { 1_000_000_000 }
      try await attempt(ProxyStage.tlsSecretText, says: "as a web server does")
      settings.domain = nil
      settings.cutsStrangers = true
      try await attempt(ProxyStage.tlsSecretText, says: "secret may be wrong")
    }
  }

  @Test("A stored session behind a proxy that cuts it off: told at once, not after all patience")
  func storedSession() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      var settings = ProxyStage.settings(stage)
      settings.cutsStrangers = true
      try await MTProxyServer.serve(settings) { proxy in
        var configuration = try ProxyStage.configuration(
          stage,
          ProxyStage.mtproxy(port: proxy.port, secret: "dd99887766554433221100ffeeddccbbaa"))
        // In a test no time is measured: waiting for it would be waiting for ever.
        configuration.callTimeout = .seconds(1_000_000)
        let client = try TelegramClient(configuration: configuration, session: session)
        let error = await #expect(throws: TelegramError.self) {
          try await Harness.run(client) { try await $0.call(Methods.Help.GetNearestDc()) }
        }
        // It was written to a connection that stood.
        #expect(error?.code == .connectionLost)
        #expect(error?.message.contains("secret may be wrong") == true)
      }
    }
  }

  @Test("A login that moves to another data center asks the MTProxy for that one [mtproto 25, 27]")
  func migration() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = API.NearestDc(country: "XX", thisDc: 4, nearestDc: 4)
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { _, there in
      try await WireServer.serve(key: key, answer: { _ in .error(303, "PHONE_MIGRATE_4") }) {
        _, here in
        let settings = MTProxyServer.Configuration(
          secret: ProxyStage.secret,
          dataCenters: [
            2: ProxyTarget(host: here.host, port: here.port),
            4: ProxyTarget(host: there.host, port: there.port),
          ])
        try await MTProxyServer.serve(settings) { proxy in
          var configuration = Harness.configuration(here, key.publicKey)
          // Nobody listens there, and nobody needs to.
          configuration.servers.addresses[4] = [ServerAddress(dc: 4, host: "::1", port: 1)]
          configuration.proxy = try Proxy(
            link: Secret(ProxyStage.mtproxy(port: proxy.port, secret: ProxyStage.secretText)))
          let client = try TelegramClient(configuration: configuration)
          let answer = try await Harness.run(client) { client in
            try await client.call(Methods.Help.GetNearestDc())
          }
          #expect(answer.thisDc == 4)
          #expect(proxy.clients.map(\.dc) == [2, 4])
        }
      }
    }
  }

  @Test("An MTProxy that wants padding cuts whoever comes without")
  func paddingRequired() async throws {
    try await SandboxStage.run { stage in
      var settings = ProxyStage.settings(stage)
      settings.requiresPadding = true
      try await MTProxyServer.serve(settings) { proxy in
        let error = try await ProxyStage.firstError(
          ProxyStage.configuration(stage, ProxyStage.mtproxy(port: proxy.port)))
        #expect(error?.code == .unreachable)
        #expect(proxy.clients.map(\.kind) == [.intermediate])
      }
    }
  }

  @Test(
    "A half-open proxy, which takes connections and says nothing: given up in time [mtproto 25]")
  func halfOpen() async throws {
    try await SandboxStage.run { stage in
      var settings = SOCKS5Server.Configuration()
      settings.fault = .silence
      try await SOCKS5Server.serve(settings) { proxy in
        var configuration = try ProxyStage.configuration(
          stage, "socks5://127.0.0.1:\(proxy.port)")
        configuration.openingTimeout = .seconds(20)
        let error = try await ProxyStage.firstError(configuration)
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("gave no answer") == true, "\(error?.message ?? "")")
      }
    }
  }

  @Test(
    "No proxy there, and one whose name nobody knows: no network, and which it was [mtproto 25]",
    arguments: [true, false])
  func unreachable(isMTProxy: Bool) async throws {
    try await SandboxStage.run { stage in
      // Port 1 of loopback: nobody listens there.
      let port = 1
      // A label of 64 letters is none, which is found out without asking any server.
      let nowhere = String(repeating: "x", count: 64) + ".invalid"
      for (host, says) in [("127.0.0.1", "connection refused"), (nowhere, "not known")] {
        let link =
          isMTProxy
          ? "tg://proxy?server=\(host)&port=\(port)&secret=\(ProxyStage.secretText)"
          : "socks5://\(host):\(port)"
        let error = try await ProxyStage.firstError(ProxyStage.configuration(stage, link))
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("\(host):\(port)") == true)
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
      }
    }
  }

  @Test(
    "A proxy that is there again is used again, and a call waits for it", .timeLimit(.minutes(5)))
  func comesBack() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let port = try await SOCKS5Server.serve { $0.port }
      let configuration = try ProxyStage.configuration(stage, "socks5://127.0.0.1:\(port)")
      let client = try TelegramClient(configuration: configuration, session: session)
      try await Harness.run(client) { client in
        let me = Methods.Users.GetUsers(id: [.inputUserSelf])
        let error = await #expect(throws: TelegramError.self) { try await client.call(me) }
        #expect(error?.code == .unreachable)
        var settings = SOCKS5Server.Configuration()
        settings.port = port
        try await SOCKS5Server.serve(settings) { proxy in
          // The first that is made after the proxy is back; until then calls fail at once.
          while (try? await client.call(me)) == nil {}
          #expect(proxy.requests.first?.port == stage.server.port)
        }
      }
    }
  }
}
