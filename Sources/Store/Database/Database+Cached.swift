internal import GRDB

// Statements that are prepared once per connection. For SQL whose text is always the same: each text
// stays in memory for as long as the connection.

extension Database {
  func execute(cached sql: String, arguments: StatementArguments = []) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension FetchableRecord {
  static func fetchOne(
    _ database: Database, cached sql: String, arguments: StatementArguments
  ) throws -> Self? {
    try fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }

  static func fetchAll(
    _ database: Database, cached sql: String, arguments: StatementArguments
  ) throws -> [Self] {
    try fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension Row {
  static func fetchOne(
    _ database: Database, cached sql: String, arguments: StatementArguments
  ) throws -> Row? {
    try fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }

  static func fetchAll(
    _ database: Database, cached sql: String, arguments: StatementArguments
  ) throws -> [Row] {
    try fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension DatabaseValueConvertible {
  static func fetchOne(
    _ database: Database, cached sql: String, arguments: StatementArguments
  ) throws -> Self? {
    try fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }
}
