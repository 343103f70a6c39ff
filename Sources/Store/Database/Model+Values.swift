package import GRDB
package import Model

// How the model's identities and instants stand in columns: as integers, so that they are compared
// and indexed as such.

extension AccountID: DatabaseValueConvertible {}

extension Timestamp: DatabaseValueConvertible {
  package var databaseValue: DatabaseValue { milliseconds.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> Timestamp? {
    Int64.fromDatabaseValue(value).map(Timestamp.init(milliseconds:))
  }
}

extension PeerID: DatabaseValueConvertible {
  package var databaseValue: DatabaseValue { marked.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> PeerID? {
    Int64.fromDatabaseValue(value).map(PeerID.init(stored:))
  }
}
