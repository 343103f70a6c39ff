import Model
import Scripting

/// What only actions have that say nothing to the chat. Apart from the rest, since answers are made more
/// often, and cross Lua without it.
struct ActionDetails: Sendable, Hashable {
  /// Of label.
  var tags: [String] = []
  var removedTags: [String] = []
  /// Of forward; of escalate the chat of its last step is ``lastResort``.
  var hidesSender = false
  var lastResort: String?
  /// Of remember.
  var about: Fact.Subject?
  var name: String?
  var ttl: Int64?
  /// Of escalate, in milliseconds.
  var steps: [Int64] = []

  /// Nil for the other actions.
  init?(_ reader: TableReader) {
    let tags = { (values: [ScriptValue]) in values.compactMap { $0.string?.lowercased() } }
    switch reader.spec.name {
    case "label":
      self.tags = tags(reader.items)
      removedTags = tags((reader[ActionKeys.removedTags] ?? .nil).list)
    case "forward": hidesSender = reader[ActionKeys.hideSender]?.bool ?? false
    case "remember":
      about = reader[ActionKeys.about]?.string.flatMap(Fact.Subject.init) ?? .sender
      name = reader[ActionKeys.factName]?.string
      ttl = reader[ActionKeys.ttl]?.duration.map(Self.milliseconds)
    case "escalate":
      steps = (reader[ActionKeys.steps] ?? .nil).list.compactMap(\.duration)
        .map(Self.milliseconds)
      if steps.isEmpty { steps = Self.standardSteps }
      lastResort = reader[ActionKeys.lastResort].flatMap(PeerSelector.init)?.description
    default: return nil
    }
  }

  /// Five minutes, a quarter of an hour, an hour.
  private static let standardSteps: [Int64] = [300_000, 900_000, 3_600_000]

  private static func milliseconds(_ duration: Duration) -> Int64 {
    Int64((duration.seconds * 1000).rounded())
  }

  // MARK: Across Lua

  /// Nil if there is nothing of it.
  init?(_ record: ScriptRecord) {
    guard let steps = record["steps"] else { return nil }
    let texts = { (key: String) in (record[key] ?? .nil).list.compactMap(\.string) }
    tags = texts("tags")
    removedTags = texts("removed_tags")
    hidesSender = record.flag("hide_sender")
    lastResort = record.text("last_resort")
    about = record.text("about").flatMap(Fact.Subject.init)
    name = record.text("name")
    ttl = record["ttl"]?.integer
    self.steps = steps.list.compactMap(\.integer)
  }

  var fields: [ScriptTable.Field] {
    let text = { (value: String?) in value.map { ScriptValue.string($0) } ?? .nil }
    return [
      .init(name: "tags", value: .array(tags.map { .string($0) })),
      .init(name: "removed_tags", value: .array(removedTags.map { .string($0) })),
      .init(name: "hide_sender", value: .bool(hidesSender)),
      .init(name: "last_resort", value: text(lastResort)),
      .init(name: "about", value: text(about?.rawValue)),
      .init(name: "name", value: text(name)),
      .init(name: "ttl", value: ttl.map { .integer($0) } ?? .nil),
      .init(name: "steps", value: .array(steps.map { .integer($0) })),
    ]
  }

  /// What is wrong with an action as a whole; nil if nothing is.
  ///
  /// - Parameter table: as it was written.
  func complaint(about action: String, _ table: ScriptTable) -> Complaint? {
    guard action == "label" else { return nil }
    if table.isEmpty {
      return Complaint(
        message: "label neither gives nor takes a tag", hint: #"write label "vip""#)
    }
    guard let both = tags.first(where: removedTags.contains) else { return nil }
    return Complaint(message: "label gives and takes \"\(both)\" at once", hint: "keep one")
  }
}

extension ActionRequest {
  /// The chats to which a message goes on.
  var targets: [String] {
    (name == "forward" ? [text].compactMap(\.self) : []) + [details?.lastResort].compactMap(\.self)
  }
}
