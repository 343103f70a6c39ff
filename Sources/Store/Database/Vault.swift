package import Cryptography
import Foundation
import Glibc

/// Seals what must not be readable in the database file. The key lives in a file of its own, beside
/// the database and readable by its owner alone.
package struct Vault: Sendable {
  private let box: SecretBox

  init(key: SecretBytes) throws {
    do {
      box = try SecretBox(key: key)
    } catch {
      throw StoreError(.wrongKey, "The key file does not hold a key: \(error)")
    }
  }

  /// `context` names what is sealed, so that one sealed value cannot take another's place.
  func seal(_ secret: [UInt8], context: String) throws -> [UInt8] {
    try box.seal(secret, context: context.utf8, random: .secure)
  }

  func open(_ sealed: [UInt8], context: String) throws -> [UInt8] {
    do {
      return try box.open(sealed, context: context.utf8)
    } catch {
      throw StoreError(
        .wrongKey,
        "The \(context) cannot be opened with this key file. Put back the key file that belongs to "
          + "this database, or log in again.")
    }
  }

  /// Reads the key file, or makes it with a fresh random key and mode 0600.
  package static func key(at path: String) throws -> SecretBytes {
    if !FileManager.default.fileExists(atPath: path) {
      let fresh = RandomSource.secure.bytes(SecretBox.keySize)
      // O_EXCL: of two processes that start at once, one makes the key and both use it.
      let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(fresh))
        try file.synchronize()
        return SecretBytes(fresh)
      }
      guard errno == EEXIST else {
        throw StoreError(
          .unavailable, "The key file \(path) cannot be made: \(String(cString: strerror(errno))).")
      }
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw StoreError(.unavailable, "The key file \(path) cannot be read.")
    }
    guard data.count == SecretBox.keySize else {
      throw StoreError(
        .wrongKey,
        "The key file \(path) holds \(data.count) bytes instead of \(SecretBox.keySize). Put back "
          + "the right file; without it, stored sessions are lost and a new login is needed.")
    }
    return SecretBytes(data)
  }
}
