internal import GRDB

/// Why the store could not be opened, read or written.
package struct StoreError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable {
    /// The file or its folder cannot be opened or created.
    case unavailable
    /// The file was written by a newer version of Understudy.
    case newerSchema
    /// The file is not an intact SQLite database.
    case damaged
    /// Another process kept it locked for longer than the time allowed.
    case busy
    /// The disk is full.
    case full
    /// The key file does not fit what was sealed.
    case wrongKey
    /// A rule of the schema was broken, for example, a message is answered a second time; or a value is none
    /// that a column can hold.
    case conflict
    case other
  }

  package let code: Code
  /// What went wrong and what to do.
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }

  init(_ error: DatabaseError) {
    let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
      self.init(.unavailable, "The database cannot be opened for writing: \(detail).")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        .damaged,
        "The database file is damaged or not a database: \(detail). Restore it from a copy.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, "The database is in use by another process: \(detail). Try again.")
    case .SQLITE_FULL:
      self.init(.full, "The disk is full: \(detail). Nothing was changed.")
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
      self.init(.conflict, "The database refused a change: \(detail).")
    default:
      self.init(.other, "The database reports: \(detail).")
    }
  }
}
