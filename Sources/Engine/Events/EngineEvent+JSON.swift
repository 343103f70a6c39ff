import Foundation
import Model

extension EngineEvent {
  /// The value of `event`.
  package enum Name: String, Sendable, Codable, CaseIterable {
    case ready, message, decision, composed, heard, spoken, acted, sent, cancelled, failed,
      postponed, takeover
    case edited, deleted, reacted, read, typing, presence, draft, gap
    case killed, resumed, reload, notice, alert, error, log
  }

  private var named: (Name, any Encodable & Sendable) {
    switch kind {
    case .ready(let value): (.ready, value)
    case .message(let value): (.message, value)
    case .decision(let value): (.decision, value)
    case .composed(let value): (.composed, value)
    case .heard(let value): (.heard, value)
    case .spoken(let value): (.spoken, value)
    case .acted(let value): (.acted, value)
    case .sent(let value): (.sent, value)
    case .cancelled(let value): (.cancelled, value)
    case .failed(let value): (.failed, value)
    case .postponed(let value): (.postponed, value)
    case .takeover(let value): (.takeover, value)
    case .edited(let value): (.edited, value)
    case .deleted(let value): (.deleted, value)
    case .reacted(let value): (.reacted, value)
    case .read(let value): (.read, value)
    case .typing(let value): (.typing, value)
    case .presence(let value): (.presence, value)
    case .draft(let value): (.draft, value)
    case .gap(let value): (.gap, value)
    case .killed(let value): (.killed, value)
    case .resumed(let value): (.resumed, value)
    case .reload(let value): (.reload, value)
    case .notice(let value): (.notice, value)
    case .alert(let value): (.alert, value)
    case .error(let value): (.error, value)
    case .log(let value): (.log, value)
    }
  }

  package var name: Name { named.0 }

  /// One line without its line feed, keys in alphabetical order.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension EngineEvent: Codable {
  private enum CodingKeys: String, CodingKey { case event, at }

  package func encode(to encoder: any Encoder) throws {
    let (name, payload) = named
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .event)
    try container.encode(at, forKey: .at)
    try payload.encode(to: encoder)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    at = try container.decode(Timestamp.self, forKey: .at)
    kind =
      switch try container.decode(Name.self, forKey: .event) {
      case .ready: .ready(try Ready(from: decoder))
      case .message: .message(try Arrival(from: decoder))
      case .decision: .decision(try Verdict(from: decoder))
      case .composed: .composed(try Composed(from: decoder))
      case .heard: .heard(try Heard(from: decoder))
      case .spoken: .spoken(try Spoken(from: decoder))
      case .acted: .acted(try Act(from: decoder))
      case .sent: .sent(try Sent(from: decoder))
      case .cancelled: .cancelled(try Dropped(from: decoder))
      case .failed: .failed(try Dropped(from: decoder))
      case .postponed: .postponed(try Postponed(from: decoder))
      case .takeover: .takeover(try Takeover(from: decoder))
      case .edited: .edited(try Change(from: decoder))
      case .deleted: .deleted(try Removal(from: decoder))
      case .reacted: .reacted(try Reacted(from: decoder))
      case .read: .read(try Mark(from: decoder))
      case .typing: .typing(try Doing(from: decoder))
      case .presence: .presence(try Whereabouts(from: decoder))
      case .draft: .draft(try Draft(from: decoder))
      case .gap: .gap(try Missing(from: decoder))
      case .killed: .killed(try Halt(from: decoder))
      case .resumed: .resumed(try Halt(from: decoder))
      case .reload: .reload(try Reload(from: decoder))
      case .notice: .notice(try Notice(from: decoder))
      case .alert: .alert(try Notice(from: decoder))
      case .error: .error(try Problem(from: decoder))
      case .log: .log(try Note(from: decoder))
      }
  }
}
