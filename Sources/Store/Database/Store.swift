package import Cryptography
import Foundation
package import GRDB
internal import Synchronization

/// Everything that Understudy keeps: one SQLite file.
///
/// Every call is one transaction: it happens whole or not at all, and what it wrote has reached the
/// disk when it returns (`synchronous = FULL`), since the promise of exactly-once rests on that. Only
/// what can be fetched again may wait (``Haste``).
/// Several processes may have the file open; a writer waits up to 5 s for another.
package final class Store: Sendable {
  private let database: any DatabaseWriter
  let vault: Vault
  private let open = Atomic(0)
  private let isAbandoned = Atomic(false)
  private let worksInPlace: Bool

  /// Calls that were begun and have not returned: while there are any, a simulation must not let time
  /// pass.
  package var openCalls: Int { open.load(ordering: .sequentiallyConsistent) }

  /// Opens or creates the file and brings its schema up to date.
  ///
  /// - Parameter worksInPlace: calls block the thread that makes them, and no other thread has a part in
  ///   them. For simulations, where all happens in one order.
  /// - Throws: ``StoreError``.
  package init(path: String, key: SecretBytes, worksInPlace: Bool = false) throws {
    self.worksInPlace = worksInPlace
    vault = try Vault(key: key)
    do {
      let pool = try DatabasePool(path: path, configuration: Self.configuration)
      // Readable by the owner alone: the file holds private conversations.
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      database = pool
      try Schema.migrate(pool)
    } catch let error as DatabaseError {
      throw StoreError(error)
    } catch let error as CocoaError {
      throw StoreError(.unavailable, "\(path) cannot be protected: \(error.localizedDescription)")
    }
  }

  /// A store that lives in memory alone, for tests, dry runs and simulations.
  ///
  /// - Parameter worksInPlace: as above.
  package init(inMemoryWith key: SecretBytes, worksInPlace: Bool = false) throws {
    self.worksInPlace = worksInPlace
    vault = try Vault(key: key)
    do {
      let queue = try DatabaseQueue(configuration: Self.configuration)
      database = queue
      try Schema.migrate(queue)
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }

  /// Ends all access; later calls fail. For tests that open the same file anew.
  package func close() throws {
    do {
      try database.close()
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }

  /// From now on every call fails, and nothing more is written: what the death of the process would do. For
  /// tests and simulations; unlike ``close()`` it waits for nothing.
  package func abandon() { isAbandoned.store(true, ordering: .sequentiallyConsistent) }

  private func checkIsInUse() throws(StoreError) {
    guard isAbandoned.load(ordering: .sequentiallyConsistent) else { return }
    throw StoreError(.unavailable, "The database was abandoned.")
  }

  /// Runs `body` in one read transaction.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try checkIsInUse()
    open.add(1, ordering: .sequentiallyConsistent)
    defer { open.subtract(1, ordering: .sequentiallyConsistent) }
    do {
      guard worksInPlace else { return try await database.read(body) }
      return try await inPlace { try database.read(body) }
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }

  /// Runs `body` in one write transaction, which an error undoes.
  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try checkIsInUse()
    open.add(1, ordering: .sequentiallyConsistent)
    defer { open.subtract(1, ordering: .sequentiallyConsistent) }
    do {
      guard worksInPlace else { return try await database.write(body) }
      return try await inPlace { try database.write(body) }
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }

  /// The same, with a choice of when what was written reaches the disk.
  package func write<Value: Sendable>(
    _ haste: Haste, _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    // In a simulation nothing waits for the disk.
    guard haste == .mayWait, !worksInPlace else { return try await write(body) }
    try checkIsInUse()
    open.add(1, ordering: .sequentiallyConsistent)
    defer { open.subtract(1, ordering: .sequentiallyConsistent) }
    do {
      // Nobody else writes on this connection meanwhile.
      return try await database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        let result = Result { try Self.transaction(database, body) }
        try database.execute(sql: "PRAGMA synchronous = FULL")
        return try result.get()
      }
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }

  private static func transaction<Value>(
    _ database: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    var value: Value?
    try database.inTransaction(.immediate) {
      value = try body(database)
      return .commit
    }
    guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    return value
  }

  /// Others have their turn before and after, as they have where calls are carried out elsewhere.
  private func inPlace<Value>(_ call: () throws -> Value) async throws -> Value {
    await Task.yield()
    try Task.checkCancellation()
    try checkIsInUse()
    let value = try call()
    await Task.yield()
    return value
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }
}
