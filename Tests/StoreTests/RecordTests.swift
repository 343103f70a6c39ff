import GRDB
import Model
import Testing

@testable import Store

/// Rows are read and written by hand, where a property is easily forgotten.
@Suite("Rows hold every property")
struct RecordTests {
  private let message = Sample.incoming(1)

  private func columns(of value: Any) -> Set<String> {
    Set(
      Mirror(reflecting: value).children.compactMap(\.label).map { label in
        label.reduce(into: "") { name, character in
          if character.isUppercase { name += "_" }
          name += character.lowercased()
        }
      })
  }

  /// What is heard in a message is written by itself, lest an edit take it away.
  private func written(of value: Any) -> Set<String> {
    columns(of: value).subtracting(["transcript"])
  }

  @Test("Each property of a record has its column, and the other way round")
  func properties() throws {
    let account = Sample.account
    let item = OutboxRow(
      Sample.reply(to: message, randomID: 1), account: account, at: Sample.start)
    let records: [any EncodableRecord] = [
      message, item,
      ChatRow(Chat(id: Sample.friend, kind: .private, title: "Ada"), account: account),
      ContactRow(Contact(id: 5, firstName: "Ada"), account: account),
    ]
    for record in records {
      #expect(try Set(record.databaseDictionary.keys) == written(of: record))
    }
    #expect(Set(MessageInsertion.columns) == written(of: message))
  }
}
