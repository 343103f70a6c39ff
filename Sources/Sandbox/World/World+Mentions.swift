import Foundation
import Model

extension World {
  /// Who is named in a message, or is answered by it. Only groups have mentions.
  func mentions(
    in piece: Piece, repliedKey: Int64?, shelf: Shelf, among readers: [Int64]
  ) -> Set<Int64> {
    if case .user = piece.chat { return [] }
    var mentioned: Set<Int64> = []
    for entity in piece.entities {
      switch entity.kind {
      case .mention:
        let name = piece.text.stretch(of: entity).dropFirst()
        if let person = person(named: String(name)) { mentioned.insert(person.id) }
      case .mentionName:
        if let id = entity.argument.flatMap(Int64.init) { mentioned.insert(id) }
      default: break
      }
    }
    if let repliedKey, let author = message(repliedKey, on: shelf)?.author {
      mentioned.insert(author)
    }
    mentioned.remove(piece.author)
    return mentioned.intersection(readers)
  }

  /// The @names in a text, as the server marks them where the client has not.
  func mentionEntities(in text: String, beside given: [TextEntity]) -> [TextEntity] {
    guard text.contains("@") else { return [] }
    var found: [TextEntity] = []
    for match in text.matches(of: /@[A-Za-z][A-Za-z0-9_]{3,31}/) {
      let offset = text.utf16.distance(from: text.startIndex, to: match.range.lowerBound)
      let entity = TextEntity(
        kind: .mention, offset: Int32(offset), length: Int32(text[match.range].utf16.count))
      if !given.contains(where: { $0.offset == entity.offset }) { found.append(entity) }
    }
    return found
  }

  /// Names are compared without regard to case (core.telegram.org/api/mentions).
  package func person(named name: String) -> Person? {
    let name = name.lowercased()
    return people.values.first { $0.username?.lowercased() == name }
  }

  package func channel(named name: String) -> Channel? {
    let name = name.lowercased()
    return channels.values.first { $0.username?.lowercased() == name }
  }

  func message(_ key: Int64, on shelf: Shelf) -> StoredMessage? {
    guard let id = copies[key]?[shelf] else { return nil }
    return switch shelf {
    case .mailbox(let owner): mailboxes[owner]?.line[id]
    case .channel(let channel): channels[channel]?.line[id]
    }
  }
}

extension String {
  /// The stretch of text that an entity covers; empty if it lies outside.
  func stretch(of entity: TextEntity) -> Substring {
    let units = utf16
    guard entity.offset >= 0, entity.length >= 0,
      let start = units.index(
        units.startIndex, offsetBy: Int(entity.offset), limitedBy: units.endIndex),
      let end = units.index(start, offsetBy: Int(entity.length), limitedBy: units.endIndex)
    else { return "" }
    return self[start..<end]
  }

  func trimmingWhitespace() -> String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
