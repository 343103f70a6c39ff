package import Cryptography
package import Foundation
import MTProto

/// The server's RSA key on disk: the private one in a file that only its owner can read, the public one
/// beside it for clients.
package struct ServerKey: Sendable {
  package let key: RSAPrivateKey

  package init(_ key: RSAPrivateKey) { self.key = key }

  /// A key for this run only.
  package static func generate() throws(SandboxError) -> ServerKey {
    do throws(CryptographyError) {
      return ServerKey(try .generate())
    } catch {
      throw SandboxError(.key, "No RSA key could be generated.", cause: error)
    }
  }

  /// The same key in every run, for simulations. It keeps nothing secret.
  package static func withoutSecret() throws(SandboxError) -> ServerKey {
    do throws(CryptographyError) {
      return ServerKey(try RSAPrivateKey(withoutSecret: DHParameters.knownPrime))
    } catch {
      throw SandboxError(.key, "The key without a secret could not be derived.", cause: error)
    }
  }

  /// Reads the private key in `file`, or generates one and writes it there (mode 0600), and writes the
  /// public key to `file` + `.pub` (PKCS#1 PEM).
  package static func loadOrGenerate(_ file: URL) throws(SandboxError) -> ServerKey {
    let key = FileManager.default.fileExists(atPath: file.path) ? try load(file) : try generate()
    do {
      if !FileManager.default.fileExists(atPath: file.path) {
        try PrivateFile.write(Data(key.key.exposedPEM().utf8), to: file)
      }
      try Data(key.publicPEM().utf8).write(to: publicFile(of: file), options: .atomic)
    } catch {
      throw SandboxError(.key, "The key could not be written to \(file.path).", cause: error)
    }
    return key
  }

  package static func publicFile(of file: URL) -> URL {
    file.deletingLastPathComponent().appending(component: file.lastPathComponent + ".pub")
  }

  private static func load(_ file: URL) throws(SandboxError) -> ServerKey {
    do {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      return ServerKey(try RSAPrivateKey(pem: text))
    } catch {
      throw SandboxError(
        .key, "\(file.path) holds no RSA private key in PEM form; delete it to get a new one.",
        cause: error)
    }
  }

  /// What clients need to trust this server.
  package func publicPEM() throws(SandboxError) -> String {
    do throws(CryptographyError) {
      return try key.publicKey.pem()
    } catch {
      throw SandboxError(.key, "The public key could not be put into PEM form.", cause: error)
    }
  }
}
