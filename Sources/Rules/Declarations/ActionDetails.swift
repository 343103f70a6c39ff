import Foundation
import Model
import Scripting

/// What only actions have that say nothing to the chat. Apart from the rest, since answers are made more
/// often, and cross Lua without it.
struct ActionDetails: Sendable, Hashable, Codable {
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

  /// Nil for what ``encoded`` has not made.
  init?(encoded text: String) {
    guard let details = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = details
  }

  /// As one text, for whoever has none of it is to pay for none of it; the same for the same details, since
  /// functions can read it.
  var encoded: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
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
