import Cryptography
import MTProto
import Sandbox
import TelegramSchema
import Testing

/// What the server thinks of keys, seen by a client that does everything itself.
@Suite("Keys at the server", .timeLimit(.minutes(5)))
struct KeyTests {
  private let nonsense = Methods.Auth.BindTempAuthKey(
    permAuthKeyId: 1, nonce: 2, expiresAt: 3, encryptedMessage: [4])

  @Test("An unbound temporary key carries the binding and little else; more is noted [mtproto 24]")
  func unbound() async throws {
    try await Fixtures.withServer { server in
      try await WireClient.with(server, keyLife: 3600) { client in
        _ = try await client.exchangeKeys()
        let config = try await client.call(Methods.Help.GetConfig())
        #expect(config.thisDc == 2)
        #expect(await server.conductReport().isFlawless)
        #expect(
          try await client.refusal(of: Methods.Updates.GetState()) == "AUTH_KEY_PERM_EMPTY")
        #expect(await server.conductReport().breaches.map(\.rule) == [.unboundKey])
        #expect(try await client.refusal(of: nonsense) == "ENCRYPTED_MESSAGE_INVALID")
      }
    }
  }

  @Test("The key without a secret is the same each time and undoes its own encryption")
  func keyWithoutSecret() throws {
    let key = try ServerKey.withoutSecret().key
    #expect(try key.publicKey == ServerKey.withoutSecret().key.publicKey)
    let number = BigNumber([9] + RandomSource.seeded(3).bytes(200))
    let encrypted = try key.publicKey.encrypt(number)
    #expect(BigNumber(encrypted) != number)
    #expect(try BigNumber(key.decrypt(encrypted)) == number)
  }

  @Test("A permanent key binds nothing [mtproto 24]")
  func permanent() async throws {
    try await Fixtures.withServer { server in
      try await WireClient.with(server) { client in
        _ = try await client.exchangeKeys()
        #expect(try await client.refusal(of: nonsense) == "TEMP_AUTH_KEY_EMPTY")
      }
    }
  }

  @Test("A temporary key whose time has passed is unknown: -404 [mtproto 22, 24]")
  func expired() async throws {
    try await Fixtures.withServer { server in
      // A key that has no life left is as good as one that has lived it.
      try await WireClient.with(server, keyLife: 0) { client in
        _ = try await client.exchangeKeys()
        await #expect(throws: WireClient.Closed.self) {
          try await client.call(Methods.Help.GetConfig())
        }
        #expect(await client.refusal == .notFound)
      }
    }
  }

  @Test("The server tells salts in advance, and the client keeps to them [mtproto 14]")
  func salts() async throws {
    var configuration = TelegramServer.Configuration()
    configuration.saltLife = .seconds(3600)
    try await Fixtures.withServer(configuration: configuration) { server in
      try await WireClient.with(server) { client in
        _ = try await client.exchangeKeys()
        _ = try await client.call(Methods.Help.GetConfig())
        _ = try await client.call(Methods.Help.GetConfig())
        #expect(await client.session?.knowsFutureSalts == true)
        #expect(await server.conductReport().isFlawless)
      }
    }
  }
}
