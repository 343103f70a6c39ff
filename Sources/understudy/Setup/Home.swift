import Cryptography
import Foundation
import Glibc
import Model
import Store

/// The folder of one installation: rules, database and key file.
struct Home {
  let path: String

  /// `--home`, UNDERSTUDY_HOME, or `understudy` in the XDG data folder
  /// (XDG Base Directory Specification 0.8).
  init(option: String?, environment: [String: String]) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    let chosen = option ?? environment["UNDERSTUDY_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    // The specification has relative paths ignored.
    let xdg = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = chosen ?? (xdg ?? home + "/.local/share") + "/understudy"
    path = URL(fileURLWithPath: (folder as NSString).expandingTildeInPath).path
  }

  var rules: String { path + "/rules" }
  var database: String { path + "/understudy.db" }
  var key: String { path + "/key" }
  /// Sounds that have come or are to leave.
  var voices: String { path + "/voices" }
  var environmentFile: String { path + "/.env" }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }
  var hasDatabase: Bool { FileManager.default.fileExists(atPath: database) }

  /// Makes the folder, readable by the owner alone.
  func create() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandError(
        .usage, "The folder \(path) cannot be made: \(error.localizedDescription)",
        remedy: "Choose another one with --home.")
    }
  }

  /// Opens the database, making folder and key where they are missing.
  func openStore() throws -> Store {
    try create()
    if hasDatabase, !FileManager.default.fileExists(atPath: key) {
      throw CommandError(
        .usage,
        "The key file \(key) is missing, and without it the sessions in \(database) cannot be used.",
        remedy: "Put it back; or move the database away and log in again.")
    }
    return try Store(path: database, key: Vault.key(at: key))
  }

  /// Opens the database of an installation that has one, for commands that only look.
  func openExistingStore() throws -> Store {
    guard hasDatabase else { throw missing }
    return try openStore()
  }

  /// As ``lock()``, for an installation that is there.
  func lockExisting() throws -> HomeLock {
    guard hasDatabase else { throw missing }
    return try lock()
  }

  var missing: CommandError {
    CommandError(
      .notLoggedIn, "There is no database in \(path).",
      remedy: "Run 'understudy login' first, or name the right folder with --home.")
  }

  /// Held while one process works as the accounts of this home: a second one would answer twice.
  func lock() throws -> HomeLock { try HomeLock(path: lockFile, home: path) }

  /// What the last process that held the lock has written into it; nil if none did.
  func lockNote() -> String? {
    let text = try? String(contentsOfFile: lockFile, encoding: .utf8)
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a process holds the lock at this moment.
  var isLocked: Bool {
    let descriptor = open(lockFile, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  private var lockFile: String { path + "/run.lock" }
}

/// An exclusive lock on a home; the kernel releases it when the process ends, however it ends.
final class HomeLock {
  private let descriptor: Int32

  init(path: String, home: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandError(
        .usage, "\(path) cannot be opened: \(String(cString: strerror(errno))).",
        remedy: "Check the folder's permissions.")
    }
    // What throws from here on leaves the closing to deinit.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw CommandError(
        .inUse, "Another understudy works with \(home) at this moment.",
        remedy: "End it first: one account must have one twin.")
    }
  }

  deinit { close(descriptor) }

  /// For ``Home/lockNote()``. Best effort: only `reload` and `top` depend on it, and say so.
  func note(_ text: String) {
    let bytes = Array(text.utf8)
    guard ftruncate(descriptor, 0) == 0 else { return }
    pwrite(descriptor, bytes, bytes.count, 0)
  }
}
