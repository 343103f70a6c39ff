import Cryptography
import Foundation
import MTProto
import Model
import Telegram

/// Telegram's own servers, or the one that options or environment put in their place.
enum ServerChoice {
  static func servers(_ options: ServerOptions, _ settings: Settings) throws -> TelegramServers {
    let server = options.server ?? settings.values["TELEGRAM_SERVER"]
    let keyFile = options.serverKey ?? settings.values["TELEGRAM_SERVER_KEY"]
    guard let server else {
      guard keyFile == nil else {
        throw CommandError(
          .usage, "A server key is given, but no server.",
          remedy: "Give both --server and --server-key (or TELEGRAM_SERVER and …_KEY).")
      }
      return try TelegramServers.production()
    }
    guard let keyFile else {
      throw CommandError(
        .usage, "The server \(server) has no key.",
        remedy: "Name its RSA public key with --server-key or TELEGRAM_SERVER_KEY.")
    }
    let dc = try number(options, settings)
    return TelegramServers(address: try address(server, dc: dc), key: try key(keyFile))
  }

  /// Whether the command speaks to another server than Telegram's.
  static func isForeign(_ options: ServerOptions, _ settings: Settings) -> Bool {
    options.server != nil || settings.values["TELEGRAM_SERVER"] != nil
  }

  private static func number(_ options: ServerOptions, _ settings: Settings) throws -> Int {
    if let dc = options.dc {
      guard (1...255).contains(dc) else {
        throw CommandError(.usage, "--dc must be a number from 1 to 255.")
      }
      return dc
    }
    guard let text = settings.values["TELEGRAM_DC"] else { return 2 }
    guard let dc = Int(text), (1...255).contains(dc) else {
      throw CommandError(.usage, "TELEGRAM_DC must be a number from 1 to 255.")
    }
    return dc
  }

  private static func address(_ text: String, dc: Int) throws -> ServerAddress {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let port = Int(text[text.index(after: colon)...]), (1...65535).contains(port)
    else {
      throw CommandError(
        .usage, "\"\(text)\" is no server address.",
        remedy: "Write HOST:PORT, for example 127.0.0.1:4430.")
    }
    let host = text[..<colon].trimmingCharacters(in: ["[", "]"])
    return ServerAddress(dc: dc, host: host, port: port)
  }

  private static func key(_ path: String) throws -> RSAPublicKey {
    guard let data = FileManager.default.contents(atPath: path), data.count <= 64 * 1024,
      let text = String(bytes: data, encoding: .utf8)
    else {
      throw CommandError(
        .usage, "The server key \(path) cannot be read.",
        remedy: "It must be a PEM file with an RSA public key.")
    }
    do {
      return try RSAPublicKey(pem: text)
    } catch {
      throw CommandError(
        .usage, "The server key \(path) cannot be used: \(error)",
        remedy: "It must be a PEM file with an RSA public key (PKCS#1 or SubjectPublicKeyInfo).")
    }
  }
}
