import Cryptography
import Foundation
import MTProto
import Model
import Sandbox
import TL
import TelegramSchema
import Testing

@testable import Telegram

/// Keys over real connections: kept, forgotten, refused.
@Suite("Keys", .timeLimit(.minutes(5)))
struct KeyTests {
  private let nearest = API.NearestDc(country: "XX", thisDc: 2, nearestDc: 2)

  @Test("A stored session goes on under its temporary key, without another exchange [mtproto 24]")
  func kept() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      let configuration = Harness.configuration(address, key.publicKey)
      var session: SavedSession?
      for _ in 1...3 {
        let client = try TelegramClient(configuration: configuration, session: session)
        session = try await Harness.run(client) { client in
          _ = try await client.call(Methods.Help.GetNearestDc())
          return await client.session
        }
        #expect(session?.temporaryKey != nil)
      }
      #expect(await server.bindings == 1)
      #expect(await server.keyCount == 2)
    }
  }

  @Test("-404 in the midst of a key exchange: it begins again, with pauses [mtproto 7]")
  func refusedExchange() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      let refused = Connection.maximumBrokenExchanges - 1
      await server.refuseExchanges(refused)
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      // The call waits, as it would for any connection that was lost.
      let answer = try await Harness.run(client) { try await $0.call(Methods.Help.GetNearestDc()) }
      #expect(answer.country == "XX")
      #expect(await server.connections == refused + 1)
    }
  }

  @Test("-404 in one key exchange after the other: calls are told, and what it was [mtproto 7]")
  func refusedExchanges() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      await server.refuseExchanges(.max)
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      try await Harness.run(client) { client in
        let error = await #expect(throws: TelegramError.self) {
          try await client.call(Methods.Help.GetNearestDc())
        }
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("breaks off the key exchange (-404)") == true)
        let attempts = await server.connections
        #expect(attempts >= Connection.maximumBrokenExchanges)
        // It goes on trying for whoever calls next.
        await server.refuseExchanges(0)
        while (try? await client.call(Methods.Help.GetNearestDc())) == nil {}
      }
    }
  }

  @Test(
    "The server knows the account's key no more: no binding, and a plain word for it [mtproto 24]")
  func forgottenAccount() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      await server.refuseBindings(with: "ENCRYPTED_MESSAGE_INVALID")
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      let error = await #expect(throws: TelegramError.self) { try await client.run() }
      #expect(error?.server?.endsSession == true)
      #expect(await server.bindings == 3)
      #expect(await client.session?.temporaryKey == nil)
      #expect(await client.session != nil, "the key itself is kept")
    }
  }

  @Test(
    "Telegram forgets the temporary key: another is made, nobody logs in again [mtproto 22, 24]")
  func forgottenKey() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let alice = stage.server.contact(Cast.alice)
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        for round in 1...3 {
          await stage.server.forgetTemporaryKeys()
          try await alice.send("round \(round)", to: .user(Cast.owner))
          #expect(try await account.messages(1).messages.map(\.text) == ["round \(round)"])
        }
      }
    }
  }

  @Test("From a stored session to ready: TCP, one call, and nothing about keys [mtproto 24, A17]")
  func roundTrips() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let before = await stage.server.calls.count
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
      }
      // One round trip for TCP and one for the call; a salt that has changed would make it three.
      let calls = await stage.server.calls.dropFirst(before)
      #expect(calls.map(\.method) == ["updates.getState"])
    }
  }

  @Test("The sandbox keeps temporary keys over its own restart [mtproto 24]")
  func restartedServer() async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(component: "understudy-keys-\(UUID())")
    defer { try? FileManager.default.removeItem(at: directory) }
    let session = try await SandboxStage.run(directory: directory) { try await $0.login() }
    try await SandboxStage.run(directory: directory) { stage in
      let known = try #require(stage.configuration.servers.addresses[2]?.first)
      var moved = session
      moved.address = known
      let state = try await stage.work(session: moved) { account in
        _ = try #require(try await account.updates.next())
        return await account.client.session
      }
      #expect(state?.temporaryKey?.key == session.temporaryKey?.key)
    }
  }

  @Test("A client that goes back to its permanent key is served, and it is noted [mtproto 24]")
  func permanentKey() async throws {
    try await SandboxStage.run(excusing: [.permanentKeyInUse]) { stage in
      let session = try await stage.login()
      var careless = stage
      careless.configuration.temporaryKeyLife = nil
      try await careless.work(session: session) { account in
        _ = try #require(try await account.updates.next())
      }
      let rules = await stage.server.conductReport().breaches.map(\.rule)
      #expect(rules == [.permanentKeyInUse])
    }
  }

  @Test("-429: the same address and key again, after a pause [mtproto 22]")
  func flood() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { server, address in
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      try await Harness.run(client) { client in
        _ = try await client.call(Methods.Help.GetNearestDc())
        let before = await client.session
        await server.refuse(with: .flood)
        await server.cutAll()
        while await server.connections < 4 { await Task.yield() }
        await server.refuse(with: nil)
        _ = try await client.call(Methods.Help.GetNearestDc())
        let after = await client.session
        #expect(after?.authKey == before?.authKey)
        #expect(after?.temporaryKey?.key == before?.temporaryKey?.key)
        #expect(after?.address == before?.address)
      }
    }
  }

  @Test("-444: the data center's next address [mtproto 22]")
  func wrongDataCenter() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    try await WireServer.serve(key: key, answer: { _ in .silence }) { wrong, here in
      await wrong.refuse(with: .invalidDC)
      try await WireServer.serve(key: key, answer: { _ in .value(nearest) }) { right, there in
        var configuration = Harness.configuration(here, key.publicKey)
        let next = ServerAddress(dc: 2, host: there.host, port: there.port)
        configuration.servers.addresses[2] = [here, next]
        let client = try TelegramClient(configuration: configuration)
        let session = try await Harness.run(client) { client in
          _ = try await client.call(Methods.Help.GetNearestDc())
          return await client.session
        }
        #expect(session?.address == next)
        #expect(await wrong.connections == 1)
        #expect(await right.calls.count == 1)
      }
    }
  }

  @Test("A result of no known kind fails its call alone, and the error names it [mtproto 21]")
  func unknownResult() async throws {
    let key = try #require(Harness.serverKey)
    let nearest = nearest
    let answer: @Sendable (Methods.Call) async -> WireServer.Answer = { method in
      if case .accountGetPassword = method {
        .value(TLRaw(encoded: [0xef, 0xbe, 0xad, 0xde, 0, 0, 0, 0]))
      } else {
        .value(nearest)
      }
    }
    try await WireServer.serve(key: key, answer: answer) { server, address in
      let client = try TelegramClient(
        configuration: Harness.configuration(address, key.publicKey))
      try await Harness.run(client) { client in
        let error = await #expect(throws: TelegramError.self) {
          try await client.call(Methods.Account.GetPassword())
        }
        #expect(error?.code == .badAnswer)
        #expect(error?.message.contains("deadbeef") == true)
        _ = try await client.call(Methods.Help.GetNearestDc())
      }
      #expect(await server.connections == 1)
    }
  }
}
