import GRDB
import GRDBSQLite
import Model

/// Inserts messages by the thousand: one prepared statement, its values bound without a detour through
/// arrays of values, which takes as long as SQLite itself does. What is the same as in the message before
/// stays bound: most columns of most messages.
struct MessageInsertion {
  private let database: Database
  private let statement: Statement
  private var binding: Binding

  static let columns = [
    "account", "chat", "id", "sender", "is_outgoing", "date", "edited", "text", "entities", "media",
    "reply_to", "replies_to_owner", "mentions_owner", "is_forwarded", "via_bot", "album", "thread",
    "is_service", "is_automatic", "paid_stars", "reactions",
  ]
  private static let sql = """
    INSERT INTO \(Message.databaseTableName) (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT DO NOTHING
    """
  /// SQLite copies the text before it returns (sqlite.org/c3ref/c_static.html, SQLITE_TRANSIENT).
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Within a transaction of this connection.
  init(in database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(sql: Self.sql)
    binding = Binding(statement: statement.sqliteStatement, count: Self.columns.count)
  }

  /// - Returns: false if the message was stored before.
  mutating func insert(_ message: Message) throws -> Bool {
    binding.begin()
    binding.bind(message.account.rawValue)
    binding.bind(message.chat.marked)
    binding.bind(Int64(message.id))
    binding.bind(message.sender?.marked)
    binding.bind(message.isOutgoing)
    binding.bind(message.date.milliseconds)
    binding.bind(message.edited?.milliseconds)
    binding.bind(message.text)
    binding.bind(try MessageJSON.text(of: message.entities))
    binding.bind(try MessageJSON.text(of: message.media))
    binding.bind(message.replyTo.map(Int64.init))
    binding.bind(message.repliesToOwner)
    binding.bind(message.mentionsOwner)
    binding.bind(message.isForwarded)
    binding.bind(message.viaBot)
    binding.bind(message.album)
    binding.bind(message.thread.map(Int64.init))
    binding.bind(message.isService)
    binding.bind(message.isAutomatic)
    binding.bind(message.paidStars)
    binding.bind(try MessageJSON.text(of: message.reactions))
    let result = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard binding.result == SQLITE_OK, result == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result == SQLITE_DONE ? binding.result : result),
        message: database.lastErrorMessage, sql: Self.sql)
    }
    return sqlite3_changes(database.sqliteConnection) > 0
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

    let statement: SQLiteStatement
    private var bound: [Value]
    /// Of the first that failed.
    private(set) var result = SQLITE_OK
    private var index = 0

    init(statement: SQLiteStatement, count: Int) {
      self.statement = statement
      bound = Array(repeating: .unknown, count: count)
    }

    /// The first parameter is next.
    mutating func begin() { index = 0 }

    mutating func bind(_ value: Int64?) {
      guard isNew(value.map { .integer($0) } ?? .null) else { return }
      guard let value else { return note(sqlite3_bind_null(statement, CInt(index))) }
      note(sqlite3_bind_int64(statement, CInt(index), value))
    }

    mutating func bind(_ value: Bool) { bind(value ? 1 : 0) }

    mutating func bind(_ value: String?) {
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
