import Cryptography
import MTProto
import Model
import Synchronization
import TL
import TelegramSchema
import Testing

@testable import Telegram

@Suite("Connection", .timeLimit(.minutes(5)))
struct ConnectionTests {
  private let nearest = API.NearestDc(country: "XX", thisDc: 2, nearestDc: 2)

  @Test(
    "Key exchange and calls over each transport, obfuscated or not [A1, mtproto 25]",
    arguments: [
      (TransportKind.intermediate, false), (.abridged, false), (.paddedIntermediate, false),
      (.full, false), (.intermediate, true), (.abridged, true), (.paddedIntermediate, true),
    ])
  func transports(kind: TransportKind, isObfuscated: Bool) async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      var configuration = Harness.configuration(address, key.publicKey, transport: kind)
      configuration.isObfuscated = isObfuscated
      let client = try TelegramClient(configuration: configuration)
      let answers = try await Harness.run(client) { client in
        let first = try await client.call(Methods.Help.GetNearestDc())
        let second = try await client.call(Methods.Help.GetNearestDc())
        return [first.country, second.country]
      }
      #expect(answers == ["XX", "XX"])
      #expect(await server.calls.map(\.isIntroduced) == [true, false], "introduced once")
    }
  }

  @Test(
    "Quick acks that nobody asked for are passed over [mtproto 25]",
    arguments: [
      (TransportKind.intermediate, false), (.abridged, false), (.paddedIntermediate, false),
      (.abridged, true),
    ])
  func quickAcks(kind: TransportKind, isObfuscated: Bool) async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      await server.sendQuickAcks()
      var configuration = Harness.configuration(address, key.publicKey, transport: kind)
      configuration.isObfuscated = isObfuscated
      let client = try TelegramClient(configuration: configuration)
      let answer = try await Harness.run(client) { try await $0.call(Methods.Help.GetNearestDc()) }
      #expect(answer.country == "XX")
      #expect(await server.connections == 1)
    }
  }

  @Test("What does not go together is refused before anything is sent [mtproto 25]")
  func impossible() throws {
    let key = try #require(Harness.serverKey).publicKey
    let address = ServerAddress(dc: 2, host: "127.0.0.1", port: 1)
    var full = Harness.configuration(address, key, transport: .full)
    full.isObfuscated = true
    var proxied = Harness.configuration(address, key, transport: .full)
    let secret = "000102030405060708090a0b0c0d0e0f"
    proxied.proxy = try Proxy(
      link: Secret("tg://proxy?server=127.0.0.1&port=1&secret=\(secret)"))
    for configuration in [full, proxied] {
      let error = #expect(throws: TelegramError.self) {
        try TelegramClient(configuration: configuration)
      }
      #expect(error?.code == .invalidInput)
    }
  }

  @Test("A cut between call and answer: one execution, one answer [mtproto 20]")
  func cutInMidCall() async throws {
    let key = try #require(Harness.serverKey)
    try await WireServer.serve(key: key, answer: { _ in .cut }) { server, address in
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      let answer = try await Harness.run(client) { client in
        try await client.call(Methods.Account.UpdateStatus(offline: true))
      }
      #expect(answer)
      #expect(await server.calls.count == 1)
      #expect(await server.connections == 2)
    }
  }

  @Test("The stored session needs no new key, and its salt is handed out to be stored [A17]")
  func storedSession() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      let saved = Mutex<[SavedSession]>([])
      let configuration = Harness.configuration(address, key.publicKey)
      let first = try TelegramClient(
        configuration: configuration, save: { session in saved.withLock { $0.append(session) } })
      _ = try await Harness.run(first) { try await $0.call(Methods.Help.GetNearestDc()) }
      let last = saved.withLock { $0.last }
      let session = try #require(last)
      #expect(session.address == address)
      let second = try TelegramClient(configuration: configuration, session: session)
      _ = try await Harness.run(second) { try await $0.call(Methods.Help.GetNearestDc()) }
      #expect(await second.session?.authKey == session.authKey)
      #expect(await server.calls.map(\.isIntroduced) == [true, true])
    }
  }

  @Test("A session follows its data center to where that listens now; elsewhere it is of no use")
  func movedServer() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      let configuration = Harness.configuration(address, key.publicKey)
      let first = try TelegramClient(configuration: configuration)
      var session = try await Harness.run(first) { client in
        _ = try await client.call(Methods.Help.GetNearestDc())
        return try #require(await client.session)
      }
      // Where nobody listens any more.
      session.address.port = 1
      let second = try TelegramClient(configuration: configuration, session: session)
      _ = try await Harness.run(second) { try await $0.call(Methods.Help.GetNearestDc()) }
      #expect(await second.session?.address == address)
      session.address.dc += 1
      let error = #expect(throws: TelegramError.self) {
        try TelegramClient(configuration: configuration, session: session)
      }
      #expect(error?.code == .unreachable)
      #expect(error?.message.contains("data center \(session.address.dc)") == true)
    }
  }

  @Test("A server with another key is refused for good, without a storm [mtproto 5]")
  func wrongKey() async throws {
    let key = try #require(Harness.serverKey)
    let other = try RSAPrivateKey.generate()
    try await WireServer.serve(key: key, answer: { _ in .silence }) { server, address in
      let client = try TelegramClient(
        configuration: Harness.configuration(address, other.publicKey))
      async let call: TelegramError.Code? = {
        do throws(TelegramError) {
          _ = try await client.call(Methods.Help.GetNearestDc())
          return nil
        } catch {
          return error.code
        }
      }()
      let error = await #expect(throws: TelegramError.self) { try await client.run() }
      #expect(error?.code == .keyRefused)
      #expect(await call == .keyRefused)
      #expect(await server.connections == 1)
    }
  }

  @Test("No server: the call says so at once rather than after its whole patience [B35-38]")
  func noServer() async throws {
    let key = try #require(Harness.serverKey)
    // Port 1 of loopback: nobody listens there.
    let address = ServerAddress(dc: 2, host: "127.0.0.1", port: 1)
    let client = try TelegramClient(configuration: Harness.configuration(address, key.publicKey))
    let error = await #expect(throws: TelegramError.self) {
      try await Harness.run(client) { try await $0.call(Methods.Help.GetNearestDc()) }
    }
    #expect(error?.code == .unreachable)
  }

  @Test("CONNECTION_NOT_INITED: the call is introduced again [mtproto 29]")
  func notInitialised() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    let count = Mutex(0)
    let answer: @Sendable (Methods.Call) async -> WireServer.Answer = { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number == 2 ? .error(400, "CONNECTION_NOT_INITED") : .value(nearest)
    }
    try await WireServer.serve(key: key, answer: answer) { server, address in
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      try await Harness.run(client) { client in
        _ = try await client.call(Methods.Help.GetNearestDc())
        _ = try await client.call(Methods.Help.GetNearestDc())
      }
      #expect(await server.calls.map(\.isIntroduced) == [true, false, true])
    }
  }

  @Test("PHONE_MIGRATE: home moves, and the session of the new home is stored [mtproto 27]")
  func migration() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { new, there in
      try await WireServer.serve(key: key, answer: { _ in .error(303, "PHONE_MIGRATE_4") }) {
        old, here in
        var configuration = Harness.configuration(here, key.publicKey)
        let home = ServerAddress(dc: 4, host: there.host, port: there.port)
        configuration.servers.addresses[4] = [home]
        let client = try TelegramClient(configuration: configuration)
        let session = try await Harness.run(client) { client in
          _ = try await client.call(Methods.Help.GetNearestDc())
          return await client.session
        }
        #expect(session?.address == home)
        #expect(await old.calls.count == 1)
        #expect(await new.calls.count == 1)
      }
    }
  }

  @Test("One session, two connections: the second is refused")
  func exclusive() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      let configuration = Harness.configuration(address, key.publicKey)
      let client = try TelegramClient(configuration: configuration)
      try await Harness.run(client) { client in
        _ = try await client.call(Methods.Help.GetNearestDc())
        let twin = try TelegramClient(configuration: configuration, session: await client.session)
        let error = await #expect(throws: TelegramError.self) { try await twin.run() }
        #expect(error?.code == .alreadyInUse)
      }
    }
  }

  @Test(
    "-404 on the account's key: tried again with it, until it is clear that it is forgotten [mtproto 22]"
  )
  func forgottenKey() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      var configuration = Harness.configuration(address, key.publicKey)
      configuration.temporaryKeyLife = nil
      let first = try TelegramClient(configuration: configuration)
      let session = try await Harness.run(first) { client in
        _ = try await client.call(Methods.Help.GetNearestDc())
        return await client.session
      }
      await server.refuse(with: .notFound)
      let client = try TelegramClient(configuration: configuration, session: session)
      let error = await #expect(throws: TelegramError.self) { try await client.run() }
      #expect(error?.server?.endsSession == true)
      #expect(await server.connections == 1 + Connection.maximumForgotten)
      #expect(await client.session?.authKey == session?.authKey)
    }
  }

  @Test("A cancelled call ends at once, and the connection goes on")
  func cancelledCall() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    let answer: @Sendable (Methods.Call) async -> WireServer.Answer = { method in
      if case .accountGetPassword = method { .silence } else { .value(nearest) }
    }
    try await WireServer.serve(key: key, answer: answer) { server, address in
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      try await Harness.run(client) { client in
        _ = try await client.call(Methods.Help.GetNearestDc())
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            let error = await #expect(throws: TelegramError.self) {
              try await client.call(Methods.Account.GetPassword())
            }
            #expect(error?.code == .closed)
          }
          group.cancelAll()
        }
        _ = try await client.call(Methods.Help.GetNearestDc())
      }
    }
  }
}
