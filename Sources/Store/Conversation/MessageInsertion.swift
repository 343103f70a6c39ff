import GRDB
import GRDBSQLite
import Model

/// Inserts messages by the thousand, several with each statement, its values bound without a detour
/// through arrays of values, which takes as long as SQLite itself does. What is the same as in the row
/// before stays bound: most columns of most messages.
struct MessageInsertion {
  private let database: Database
  /// For those that do not fill a statement of many rows.
  private var single: Binding
  private var singles: Int
  private var many: Binding
  /// How many were not stored before, of those that were written.
  private(set) var fresh = 0

  static let columns = [
    "account", "chat", "id", "sender", "is_outgoing", "date", "edited", "text", "entities", "media",
    "reply_to", "replies_to_owner", "mentions_owner", "is_forwarded", "via_bot", "album", "thread",
    "is_service", "is_automatic", "paid_stars", "reactions",
  ]
  /// Each statement opens and closes the table and its indices: with so many rows it no longer counts.
  static let rowsAtOnce = 50

  /// What is stored stays. OR IGNORE rather than ON CONFLICT DO NOTHING, which does the same to rows whose
  /// values are all there: for the latter SQLite would note how to undo each statement by itself.
  private static func sql(rows: Int) -> String {
    let row = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
    return """
      INSERT OR IGNORE INTO \(Message.databaseTableName) (\(columns.joined(separator: ", ")))
      VALUES \(Array(repeating: row, count: rows).joined(separator: ", "))
      """
  }
  fileprivate static let sqlOfOne = sql(rows: 1)
  private static let sqlOfMany = sql(rows: rowsAtOnce)

  /// SQLite copies the text before it returns (sqlite.org/c3ref/c_static.html, SQLITE_TRANSIENT).
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Within a transaction of this connection; exactly so many messages have to follow.
  init(of count: Int, in database: Database) throws {
    self.database = database
    singles = count % Self.rowsAtOnce
    single = Binding(try database.cachedStatement(sql: Self.sqlOfOne), rows: 1)
    many = Binding(
      try database.cachedStatement(sql: Self.sqlOfMany), rows: Self.rowsAtOnce)
  }

  mutating func insert(_ message: Message) throws {
    if singles > 0 {
      singles -= 1
      try single.bind(message)
      fresh += try single.write(in: database)
    } else {
      try many.bind(message)
      if many.isFull { fresh += try many.write(in: database) }
    }
  }

  /// Values for the statement's parameters, one after the other.
  private struct Binding {
    private enum Value: Equatable {
      /// What an earlier use of the statement has left, or a text.
      case unknown
      case integer(Int64)
      case null
      /// No entities.
      case emptyList
    }

    private let owner: Statement
    private let statement: SQLiteStatement
    private var bound: [Value]
    /// Of the first that failed.
    private var result = SQLITE_OK
    private var index = 0

    init(_ statement: Statement, rows: Int) {
      owner = statement
      self.statement = statement.sqliteStatement
      bound = Array(repeating: .unknown, count: rows * MessageInsertion.columns.count)
    }

    var isFull: Bool { index == bound.count }

    /// The values of the next row.
    mutating func bind(_ message: Message) throws {
      bind(message.account.rawValue)
      bind(message.chat.marked)
      bind(Int64(message.id))
      bind(message.sender?.marked)
      bind(message.isOutgoing)
      bind(message.date.milliseconds)
      bind(message.edited?.milliseconds)
      bind(message.text)
      bind(try MessageJSON.text(of: message.entities))
      bind(try MessageJSON.text(of: message.media))
      bind(message.replyTo.map(Int64.init))
      bind(message.repliesToOwner)
      bind(message.mentionsOwner)
      bind(message.isForwarded)
      bind(message.viaBot)
      bind(message.album)
      bind(message.thread.map(Int64.init))
      bind(message.isService)
      bind(message.isAutomatic)
      bind(message.paidStars)
      bind(try MessageJSON.text(of: message.reactions))
    }

    /// Writes the rows; the first parameter is next again.
    ///
    /// - Returns: how many were not stored before.
    mutating func write(in database: Database) throws -> Int {
      let step = sqlite3_step(statement)
      sqlite3_reset(statement)
      index = 0
      guard result == SQLITE_OK, step == SQLITE_DONE else {
        throw DatabaseError(
          resultCode: ResultCode(rawValue: step == SQLITE_DONE ? result : step),
          message: database.lastErrorMessage, sql: MessageInsertion.sqlOfOne)
      }
      return Int(sqlite3_changes(database.sqliteConnection))
    }

    private mutating func bind(_ value: Int64?) {
      guard isNew(value.map { .integer($0) } ?? .null) else { return }
      guard let value else { return note(sqlite3_bind_null(statement, CInt(index))) }
      note(sqlite3_bind_int64(statement, CInt(index), value))
    }

    private mutating func bind(_ value: Bool) { bind(value ? 1 : 0) }

    private mutating func bind(_ value: String?) {
      guard var value else { return bind(Int64?.none) }
      guard isNew(value == MessageJSON.none ? .emptyList : .unknown) else { return }
      let (statement, index) = (statement, CInt(index))
      note(
        value.withUTF8 { bytes in
          // An empty text may have no address, which SQLite would take for NULL.
          guard let start = bytes.baseAddress else {
            return sqlite3_bind_text(statement, index, "", 0, MessageInsertion.copied)
          }
          return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            sqlite3_bind_text(statement, index, $0, CInt(bytes.count), MessageInsertion.copied)
          }
        })
    }

    /// Moves to the next parameter. False if it holds this value already.
    private mutating func isNew(_ value: Value) -> Bool {
      index += 1
      if value != .unknown, bound[index - 1] == value { return false }
      bound[index - 1] = value
      return true
    }

    private mutating func note(_ code: CInt) {
      if result == SQLITE_OK { result = code }
    }
  }
}
