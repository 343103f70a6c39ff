import Cryptography
import Foundation
import MTProto

/// An auth key that a client has made with this server.
struct KnownKey: Sendable {
  let key: AuthKey
  /// The salt that its clients have to use at first.
  var salt: Int64
  /// Since when, and until when there is a key, both since 1970-01-01 UTC. A permanent one has no end.
  var since: Duration = .zero
  var expiresAt: Duration?
  /// It was bound to a permanent one, though another may have taken its place.
  var wasBound = false
}

/// Auth keys and logins in a file, so that clients stay logged in when the server starts again.
struct KeyStore: Sendable {
  private struct Record: Codable {
    var key: Data
    var salt: Int64
    var person: Int64?
    var isInitialised: Bool
    // Missing in files of before there were temporary keys.
    var since: Int64?
    var expiresAt: Int64?
    var boundTo: Int64?
  }

  struct Contents: Sendable {
    var keys: [Int64: KnownKey] = [:]
    var authorizations: [Int64: Int64] = [:]
    var initialised: Set<Int64> = []
    /// Temporary keys and their permanent ones.
    var bindings: [Int64: Int64] = [:]
  }

  let file: URL

  init(directory: URL) { file = directory.appending(component: "auth-keys.json") }

  func load() throws(SandboxError) -> Contents {
    guard FileManager.default.fileExists(atPath: file.path) else { return Contents() }
    var contents = Contents()
    do {
      let records = try JSONDecoder().decode([Record].self, from: Data(contentsOf: file))
      for record in records {
        guard let key = AuthKey(Array(record.key)) else { continue }
        contents.keys[key.id] = KnownKey(
          key: key, salt: record.salt, since: .seconds(record.since ?? 0),
          expiresAt: record.expiresAt.map { .seconds($0) }, wasBound: record.boundTo != nil)
        contents.authorizations[key.id] = record.person
        contents.bindings[key.id] = record.boundTo
        if record.isInitialised { contents.initialised.insert(key.id) }
      }
    } catch {
      throw SandboxError(
        .store, "\(file.path) cannot be read; delete it, and clients log in anew.", cause: error)
    }
    return contents
  }

  func save(_ contents: Contents) throws(SandboxError) {
    let records = contents.keys.values.sorted { $0.key.id < $1.key.id }.map { known in
      Record(
        key: Data(known.key.secret.exposed()), salt: known.salt,
        person: contents.authorizations[known.key.id],
        isInitialised: contents.initialised.contains(known.key.id),
        since: known.since.components.seconds, expiresAt: known.expiresAt?.components.seconds,
        boundTo: contents.bindings[known.key.id])
    }
    do {
      let directory = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(
        at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try PrivateFile.write(JSONEncoder().encode(records), to: file)
    } catch {
      throw SandboxError(.store, "\(file.path) could not be written.", cause: error)
    }
  }
}
