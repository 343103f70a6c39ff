import Cryptography
import Foundation
import MTProto
import Telegram

/// A server in place of Telegram's, such as the sandbox: where it listens, and the key that proves it.
struct OwnServer: Codable, Equatable {
  let dc: Int
  let host: String
  let port: Int
  /// The server's RSA public key, as PEM text.
  let key: String

  /// - Parameters:
  ///   - address: HOST:PORT, an IPv6 address in brackets.
  ///   - keyFile: a PEM file.
  /// - Throws: ``CommandError`` if one of them is none.
  init(_ address: String, dc: Int, keyFile: String) throws {
    guard let colon = address.lastIndex(of: ":"), colon != address.startIndex,
      let port = Int(address[address.index(after: colon)...]), (1...65535).contains(port)
    else {
      throw CommandError(
        .usage, "\"\(address)\" is no server address.",
        remedy: "Write HOST:PORT, for example 127.0.0.1:4430.")
    }
    guard let data = FileManager.default.contents(atPath: keyFile), data.count <= 64 * 1024,
      let text = String(bytes: data, encoding: .utf8)
    else {
      throw CommandError(
        .usage, "The server key \(keyFile) cannot be read.",
        remedy: "It must be a PEM file with an RSA public key.")
    }
    do {
      _ = try RSAPublicKey(pem: text)
    } catch {
      throw CommandError(
        .usage, "The server key \(keyFile) cannot be used: \(error)",
        remedy: "It must be a PEM file with an RSA public key (PKCS#1 or SubjectPublicKeyInfo).")
    }
    self.dc = dc
    self.host = address[..<colon].trimmingCharacters(in: ["[", "]"])
    self.port = port
    self.key = text
  }

  /// - Throws: `CryptographyError` if the kept key was damaged.
  var servers: TelegramServers {
    get throws {
      TelegramServers(
        address: ServerAddress(dc: dc, host: host, port: port), key: try RSAPublicKey(pem: key))
    }
  }
}

extension OwnServer: CustomStringConvertible {
  var description: String { ServerAddress(dc: dc, host: host, port: port).description }
}
