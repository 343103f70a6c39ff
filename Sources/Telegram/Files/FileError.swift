internal import Glibc

/// Why a file of this machine could not be read or written.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: Sendable, Hashable {
    /// It is not there, or is no file.
    case missing
    /// The system does not let us.
    case denied
    case diskFull
    case exists
    case tooLarge
    case empty
    /// Another download writes it.
    case busy
    /// It is not what it was when the transfer began.
    case changed
    /// It is not of the kind that was asked for.
    case wrongKind
    case other
  }

  package var code: Code
  /// What was wrong, where, and what to do.
  package var message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }

  /// - Parameters:
  ///   - number: `errno`.
  ///   - doing: "read", "written".
  init(_ number: Int32, path: String, doing: String) {
    switch number {
    case ENOENT, ENOTDIR:
      let what = doing == "read" ? "it" : "its folder"
      self.init(.missing, "\(path) could not be \(doing): \(what) is not there.")
    case EACCES, EPERM, EROFS:
      self.init(.denied, "\(path) could not be \(doing): this user may not.")
    case ENOSPC, EDQUOT:
      self.init(
        .diskFull,
        "\(path) could not be \(doing): the disk is full. Nothing that has come is lost; make room and repeat "
          + "the command, and it goes on there.")
    case EFBIG:
      self.init(
        .tooLarge,
        "\(path) could not be \(doing): larger than this disk, or a limit of this user (ulimit -f), allows."
      )
    case ELOOP: self.init(.denied, "\(path) could not be \(doing): it is a symbolic link.")
    default:
      self.init(.other, "\(path) could not be \(doing): \(String(cString: strerror(number))).")
    }
  }
}
