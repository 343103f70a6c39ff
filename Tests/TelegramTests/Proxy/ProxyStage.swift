import Cryptography
import Model
import Sandbox
import TelegramSchema
import Testing

@testable import Telegram

/// The sandbox behind a proxy.
enum ProxyStage {
  static let secret = SecretBytes((1...16).map { UInt8($0) })
  static let secretText = "0102030405060708090a0b0c0d0e0f10"

  /// A client's configuration for the stage, through this proxy.
  static func configuration(_ stage: SandboxStage, _ link: String) throws -> ClientConfiguration {
    var configuration = stage.configuration
    configuration.proxy = try Proxy(link: Secret(link))
    return configuration
  }

  static let domain = "www.example.com"
  /// The secret as it is written for connections that look like TLS.
  static let tlsSecretText = "ee" + secretText + domain.utf8.map { String($0, radix: 16) }.joined()

  static func mtproxy(port: Int, secret: String = secretText) -> String {
    "tg://proxy?server=127.0.0.1&port=\(port)&secret=\(secret)"
  }

  /// An MTProxy that leads to the stage's server.
  static func settings(_ stage: SandboxStage) -> MTProxyServer.Configuration {
    .init(
      secret: secret,
      dataCenters: [2: ProxyTarget(host: stage.server.host, port: stage.server.port)])
  }

  /// What a first call comes to.
  static func firstError(_ configuration: ClientConfiguration) async throws -> TelegramError? {
    let client = try TelegramClient(configuration: configuration)
    return await #expect(throws: TelegramError.self) {
      try await Harness.run(client) { try await $0.call(Methods.Help.GetNearestDc()) }
    }
  }
}
