internal import Glibc

/// An open file of this machine, read and written at given places.
struct LocalFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// - Throws: ``FileError``.
  init(reading path: String) throws(FileError) {
    self.path = path
    // A pipe without a writer would hold us here for ever.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(errno, path: path, doing: "read") }
  }

  /// Makes it if it is not there, readable by its owner alone; never follows a link.
  ///
  /// - Throws: ``FileError`` with code `busy` if another process has it open in this way, `denied` if
  ///   it is no plain file of this user's.
  init(writing path: String) throws(FileError) {
    let opened = try Self.openLocked(path)
    self.path = path
    descriptor = opened
  }

  private static func openLocked(_ path: String) throws(FileError) -> Int32 {
    while true {
      let descriptor = open(
        path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { throw FileError(errno, path: path, doing: "written") }
      do throws(FileError) {
        if try isOurs(descriptor, path) { return descriptor }
      } catch {
        close(descriptor)
        throw error
      }
      // Another download has finished it in this very moment, and given it its name.
      flock(descriptor, LOCK_UN)
      close(descriptor)
    }
  }

  /// Locks it.
  ///
  /// - Returns: false if it goes by that name no longer.
  private static func isOurs(_ descriptor: Int32, _ path: String) throws(FileError) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw FileError(.busy, "\(path) is being written by another download.")
    }
    var (status, named) = (stat(), stat())
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(errno, path: path, doing: "written")
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
      throw FileError(
        .denied, "\(path) is there already, and no file of this user's; choose another folder.")
    }
    guard lstat(path, &named) == 0 else { return false }
    return named.st_ino == status.st_ino && named.st_dev == status.st_dev
  }

  deinit {
    // Closing alone would leave the lock to a child that was forked meanwhile, until it executes.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Nil for anything but a regular file.
  func size() throws(FileError) -> Int64? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(errno, path: path, doing: "read")
    }
    return status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
  }

  /// When it was written last, in nanoseconds since 1970.
  func modified() throws(FileError) -> Int64 {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(errno, path: path, doing: "read")
    }
    let time = status.st_mtim
    return Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue
      &+ Int64(time.tv_nsec)
  }

  /// Fewer bytes than asked for only at its end.
  func read(at offset: Int64, count: Int) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
          off_t(offset) + off_t(filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard failure == 0 else { throw FileError(failure, path: path, doing: "read") }
    return bytes
  }

  func write(_ bytes: [UInt8], at offset: Int64) throws(FileError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let put = pwrite(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written,
          off_t(offset) + off_t(written))
        if put < 0, errno == EINTR { continue }
        guard put > 0 else {
          failure = put < 0 ? errno : EIO
          return
        }
        written += put
      }
    }
    guard failure == 0 else { throw FileError(failure, path: path, doing: "written") }
  }

  /// Takes the room on the disk now rather than failing in the middle.
  func reserve(_ size: Int64) throws(FileError) {
    let result = posix_fallocate(descriptor, 0, off_t(size))
    // Not every file system can; then the writes themselves will tell.
    guard result == 0 || result == EOPNOTSUPP || result == EINVAL else {
      throw FileError(result, path: path, doing: "written")
    }
  }

  func truncate(to size: Int64) throws(FileError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else {
      throw FileError(errno, path: path, doing: "written")
    }
  }

  func synchronize() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError(errno, path: path, doing: "written") }
  }

  /// Gives it another name in one step.
  ///
  /// - Parameter replaces: a file of that name is replaced; otherwise that is an error.
  func rename(to target: String, replaces: Bool) throws(FileError) {
    let result: Int32
    if replaces {
      guard Self.isReplaceable(target) else { throw Self.notPlain(target) }
      result = Glibc.rename(path, target)
    } else {
      // rename() would replace; link() refuses in one step.
      result = Self.renameAside(path, target)
    }
    guard result == 0 else {
      if errno == EEXIST { throw Self.exists(target) }
      throw FileError(errno, path: target, doing: "written")
    }
  }

  private static func renameAside(_ path: String, _ target: String) -> Int32 {
    guard link(path, target) == 0 else {
      // Not every file system has hard links; on these it takes two steps.
      guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { return -1 }
      guard !exists(at: target) else {
        errno = EEXIST
        return -1
      }
      return Glibc.rename(path, target)
    }
    unlink(path)
    return 0
  }

  /// Takes it away.
  func remove() { unlink(path) }

  static func exists(_ path: String) -> FileError {
    FileError(.exists, "\(path) is there already, and is not overwritten without --force.")
  }
}

extension LocalFile {
  /// Whether a file may take this place: nothing is there, or a plain file or link. A device or a folder
  /// stays what it is.
  static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return true }
    return [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT)
  }

  static func notPlain(_ path: String) -> FileError {
    FileError(.exists, "\(path) is no plain file, and is not replaced. Name another place.")
  }

  static func exists(at path: String) -> Bool {
    var status = stat()
    // A link that leads nowhere is there, too.
    return lstat(path, &status) == 0
  }
}
