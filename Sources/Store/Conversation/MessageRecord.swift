package import GRDB
package import Model

/// Messages stand in `telegram_user_messages`, a column for each property; entities and media as
/// JSON. By hand rather than by Codable, which takes ten times as long: there are many of them.
extension Message: FetchableRecord, PersistableRecord {
  package static var databaseTableName: String { "telegram_user_messages" }

  package init(row: Row) throws {
    self.init(
      account: row["account"], chat: row["chat"], id: row["id"], sender: row["sender"],
      isOutgoing: row["is_outgoing"], date: row["date"], edited: row["edited"], text: row["text"],
      entities: try MessageJSON.entities(row["entities"]),
      media: try MessageJSON.media(row["media"]),
      replyTo: row["reply_to"], repliesToOwner: row["replies_to_owner"],
      mentionsOwner: row["mentions_owner"], isForwarded: row["is_forwarded"],
      viaBot: row["via_bot"], album: row["album"], thread: row["thread"],
      isService: row["is_service"], isAutomatic: row["is_automatic"],
      paidStars: row["paid_stars"], reactions: try MessageJSON.reactions(row["reactions"]))
    transcript = try MessageJSON.transcript(row["transcript"], of: media)
  }

  /// Without the transcript, which is written by itself: what Telegram says anew of a message knows
  /// nothing of it.
  package func encode(to container: inout PersistenceContainer) throws {
    container["account"] = account
    container["chat"] = chat
    container["id"] = id
    container["sender"] = sender
    container["is_outgoing"] = isOutgoing
    container["date"] = date
    container["edited"] = edited
    container["text"] = text
    container["entities"] = try MessageJSON.text(of: entities)
    container["media"] = try MessageJSON.text(of: media)
    container["reply_to"] = replyTo
    container["replies_to_owner"] = repliesToOwner
    container["mentions_owner"] = mentionsOwner
    container["is_forwarded"] = isForwarded
    container["via_bot"] = viaBot
    container["album"] = album
    container["thread"] = thread
    container["is_service"] = isService
    container["is_automatic"] = isAutomatic
    container["paid_stars"] = paidStars
    container["reactions"] = try MessageJSON.text(of: reactions)
  }
}

/// Entities, media and reactions of messages, of which most have none.
enum MessageJSON {
  static let none = "[]"

  /// As `JSONEncoder` writes them, with sorted keys. By hand where no text needs escapes: an encoder of
  /// its own for each message would take longer than SQLite does.
  static func text(of entities: [TextEntity]) throws -> String {
    guard !entities.isEmpty else { return none }
    guard entities.allSatisfy({ $0.argument == nil }) else { return try Store.json(entities) }
    let objects = entities.map { entity in
      #"{"kind":"\#(entity.kind.rawValue)","length":\#(entity.length),"offset":\#(entity.offset)}"#
    }
    return "[\(objects.joined(separator: ","))]"
  }

  static func text(of value: (some Encodable)?) throws -> String? {
    try value.map { try Store.json($0) }
  }

  static func entities(_ text: String) throws -> [TextEntity] {
    text == none ? [] : try Store.value([TextEntity].self, text)
  }

  static func media(_ text: String?) throws -> Media? {
    try text.map { try Store.value(Media.self, $0) }
  }

  /// Nil as well if it is of another sound than the message carries now.
  static func transcript(_ text: String?, of media: Media?) throws -> Transcript? {
    guard let text else { return nil }
    let transcript = try Store.value(Transcript.self, text)
    return transcript.file == media?.file?.id ? transcript : nil
  }

  static func reactions(_ text: String?) throws -> Reactions? {
    try text.map { try Store.value(Reactions.self, $0) }
  }
}
