package import Foundation
package import SchemaGenerator

/// The repository's own definitions, as the generator reads them.
package enum Definitions {
  static let module = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/TelegramSchema")
  package static let folder = module.appending(path: "Definitions")
  package static let generated = module.appending(path: "Generated")

  package static func schema(_ name: String) throws -> Schema {
    let text = try String(contentsOf: folder.appending(path: "\(name).schema"), encoding: .utf8)
    return try CompactForm.parse(text, file: "\(name).schema")
  }

  package static func typedList() throws -> TypedList {
    let text = try String(contentsOf: folder.appending(path: "typed.txt"), encoding: .utf8)
    return try TypedList.parse(text, file: "typed.txt")
  }
}
