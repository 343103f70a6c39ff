import Cryptography
import Foundation
import MTProto
import Model
import Telegram

/// The server of the benchmarks, and accounts that log in to it.
final class Stage {
  let scratch: Scratch
  let address: ServerAddress
  private let server: Child
  private let key: RSAPublicKey

  var keyFile: URL { scratch["server.pem.pub"] }

  init(messages: Int = 0, people: Int = 0) throws {
    scratch = try Scratch()
    server = try Child(
      Place.program("benchmarks"),
      [
        "serve", "--key", scratch["server.pem"].path, "--messages", "\(messages)", "--people",
        "\(people)",
      ])
    guard let port = Int(try server.nextLine(after: "port ")) else {
      throw BenchmarkError("the server told no port")
    }
    address = ServerAddress(dc: 2, host: "127.0.0.1", port: port)
    key = try RSAPublicKey(pem: String(contentsOf: scratch["server.pem.pub"], encoding: .utf8))
  }

  static func configuration(_ address: ServerAddress, _ key: RSAPublicKey) -> ClientConfiguration {
    var configuration = ClientConfiguration(
      apiID: 12345, apiHash: Secret(String(repeating: "0", count: 32)),
      servers: TelegramServers(address: address, key: key))
    configuration.logger.logLevel = .error
    return configuration
  }

  var configuration: ClientConfiguration { Self.configuration(address, key) }

  /// The code that the server sends next.
  func code() throws -> String { try server.nextLine(after: "code ") }

  /// Logs somebody in.
  ///
  /// - Parameter isPlain: without a temporary key.
  func login(_ phone: String, isPlain: Bool = false) async throws -> SavedSession {
    var configuration = configuration
    if isPlain { configuration.temporaryKeyLife = nil }
    let client = try TelegramClient(configuration: configuration)
    let flow = LoginFlow(client)
    let working = Task { try await client.run() }
    do {
      let sent = try await flow.sendCode(to: PhoneNumber(phone))
      guard case .done = try await flow.signIn(sent, code: try code()),
        let session = await client.session
      else { throw BenchmarkError("\(phone) could not log in") }
      // The next connection may have the key once this one has ended.
      working.cancel()
      _ = await working.result
      return session
    } catch {
      working.cancel()
      throw error
    }
  }
}
