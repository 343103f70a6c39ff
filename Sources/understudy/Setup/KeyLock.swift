import Cryptography
import Foundation
import Glibc

/// The right of one home to use an auth key on this machine, whatever the number of its processes: two
/// homes with one session would take each other's temporary keys and updates, and answer twice.
///
/// Processes of the same home share it: what is one twin is `HomeLock`'s matter. The kernel releases it
/// when the process ends, however it ends.
final class KeyLock: Sendable {
  private let descriptor: Int32
  private static let attempts = 100
  private static let pause: UInt32 = 10_000

  /// - Parameters:
  ///   - authKey: names the lock by a hash, from which nothing can be learnt of it.
  ///   - folder: where locks lie; readable by this user alone.
  /// - Throws: ``CommandError`` with status `inUse` if another home uses the key.
  init(_ authKey: SecretBytes, home: Home, folder: String? = nil) throws {
    let folder = try folder ?? RuntimeFolder.path()
    let digest = SHA256.hash(Array("understudy auth key".utf8), authKey.exposed()).prefix(16)
    let name = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let path = "\(folder)/\(name).lock"
    let user = URL(fileURLWithPath: home.path).resolvingSymlinksInPath().path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw CommandError(
        .usage, "\(path) cannot be opened: \(String(cString: strerror(errno))).",
        remedy: "Check the permissions of \(folder).")
    }
    try take(for: user)
  }

  /// Also where `init` throws.
  deinit {
    // Closing alone would leave the lock to a child that was forked meanwhile, until it executes.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private func take(for user: String) throws {
    for _ in 0..<Self.attempts {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // Nobody has it. From exclusive to shared is no single step: who comes in between is noticed.
        try write("\(getpid()) \(user)")
      }
      if flock(descriptor, LOCK_SH | LOCK_NB) == 0 {
        let holder = Holder(read())
        if holder.home == user { return }
        throw CommandError(
          .inUse, "This session is in use by \(holder), with the home \(holder.home).",
          remedy: "End it first, or log in anew here: one session must not be used twice.")
      }
      usleep(Self.pause)
    }
    throw CommandError(
      .inUse, "This session is in use by another understudy.",
      remedy: "End it first, or log in anew here: one session must not be used twice.")
  }

  private func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    else {
      throw CommandError(
        .problems,
        "The lock of the session cannot be written: \(String(cString: strerror(errno))).",
        remedy: "Make room in the folder for temporary files.")
    }
  }

  private func read() -> String {
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  /// Who made the lock: the first of the processes that share it.
  private struct Holder: CustomStringConvertible {
    var process: Int32?
    var home: String

    init(_ text: String) {
      let space = text.firstIndex(of: " ") ?? text.startIndex
      process = Int32(text[..<space])
      home = text[space...].trimmingCharacters(in: .whitespaces)
    }

    var description: String {
      // It may have ended since, while another one of the same home goes on.
      guard let process, kill(process, 0) == 0 || errno == EPERM else {
        return "another understudy"
      }
      return "process \(process)"
    }
  }
}

/// The folder for what lives only as long as processes do.
enum RuntimeFolder {
  /// Makes it if it is not there: in XDG_RUNTIME_DIR (XDG Base Directory Specification 0.8), or in
  /// systemd's folder for the user, which a shell without a session does not name; else in /tmp.
  static func path(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> String {
    let user = getuid()
    let base =
      [environment["XDG_RUNTIME_DIR"], "/run/user/\(user)"].compactMap { $0 }
      .first { $0.hasPrefix("/") && isOwn($0) }
    let path = base.map { "\($0)/understudy" } ?? "/tmp/understudy-\(user)"
    guard mkdir(path, 0o700) == 0 || errno == EEXIST, isOwn(path) else {
      throw CommandError(
        .usage, "\(path), where locks are kept, is not this user's own folder.",
        remedy: "Remove it, or name another place in XDG_RUNTIME_DIR.")
    }
    return path
  }

  /// A folder, no link, that this user owns and nobody else can write in.
  private static func isOwn(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR && status.st_uid == getuid()
      && status.st_mode & 0o022 == 0
  }
}
