import Foundation
import Model

/// In what two plans differ that have the same actions by the same rules.
struct PlanDifference: Encodable {
  let action: String
  let rule: String
  /// Which part: `text`, `after`, `instruction`.
  let part: String
  /// Nil: there is none.
  let was: String?
  let now: String?

  /// - Returns: nothing where the actions themselves are others.
  static func between(_ before: Plan, _ after: Plan) -> [PlanDifference] {
    let isAlike =
      before.claims.count == after.claims.count
      && zip(before.claims, after.claims).allSatisfy {
        $0.rule == $1.rule && $0.action.name == $1.action.name
      }
    guard isAlike else { return [] }
    return zip(before.claims, after.claims).flatMap { between($0, $1) }
  }

  private static func between(_ before: Claim, _ after: Claim) -> [PlanDifference] {
    let (was, now) = (before.parts, after.parts)
    var names = was.map(\.name)
    names += now.map(\.name).filter { !names.contains($0) }
    var found: [PlanDifference] = []
    for name in names {
      let former = was.first { $0.name == name }?.value
      let value = now.first { $0.name == name }?.value
      guard former != value else { continue }
      found.append(
        PlanDifference(
          action: after.action.name, rule: after.rule, part: name, was: former, now: value))
    }
    return found
  }

  /// Characters of each side that are shown, beginning a little before the first that differs.
  private static let shown = 80
  private static let lead = 20

  var line: String {
    guard let was, let now else {
      return
        "\(action), \(part): \(was.map(Self.quoted) ?? "none") → \(now.map(Self.quoted) ?? "none")"
    }
    let same = zip(was, now).prefix { $0 == $1 }.count
    let start = was.count > Self.shown || now.count > Self.shown ? max(0, same - Self.lead) : 0
    return "\(action), \(part): \(Self.quoted(was, from: start)) → \(Self.quoted(now, from: start))"
  }

  private static func quoted(_ text: String) -> String { quoted(text, from: 0) }

  private static func quoted(_ text: String, from start: Int) -> String {
    let rest = text.dropFirst(start).split(whereSeparator: \.isNewline).joined(separator: " ")
    return "“\(start > 0 ? "…" : "")\(rest.shortened(to: shown))”"
  }
}

extension Claim {
  /// What can differ in two claims of one action, by name; what there is none of is left out.
  fileprivate var parts: [(name: String, value: String)] {
    var parts: [(String, String?)] = []
    switch action {
    case .reply(let text, let quotes): parts = [("text", text), ("quote", "\(quotes)")]
    case .file(let file, let caption, let quotes):
      parts = [("file", file.path), ("caption", caption), ("quote", "\(quotes)")]
    case .draft(let text), .notify(let text): parts = [("text", text)]
    case .aiReply(let composition), .aiDraft(let composition): parts = composition.parts
    case .voiceReply(let reply):
      parts = [("text", reply.text), ("in writing", reply.written)] + reply.composition.parts
    case .react(let emoji): parts = [("emoji", emoji)]
    case .escalate(let escalation):
      parts = [
        ("text", escalation.text),
        ("after", escalation.after.map { "\($0 / 1000) s" }.joined(separator: ", ")),
        ("forward", escalation.forward?.to),
      ]
    case .forward(let forwarding):
      parts = [("to", forwarding.to), ("hides the sender", "\(forwarding.hidesSender)")]
    case .label(let tags):
      parts = [
        ("adds", tags.add.joined(separator: ", ")),
        ("removes", tags.remove.joined(separator: ", ")),
      ]
    case .remember(let fact):
      parts = [
        ("text", fact.text), ("about", fact.about.rawValue), ("as", fact.name),
        ("ttl", fact.ttl.map { "\($0 / 1000) s" }),
      ]
    case .ignore, .markRead: break
    }
    if let pace {
      parts += [
        ("delay", pace.delay), ("from", pace.start.description),
        ("notice", Self.seconds(pace.notice)), ("reading", Self.seconds(pace.reading)),
        ("typing", Self.seconds(pace.typing)),
      ]
    }
    return parts.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func seconds(_ milliseconds: Int64) -> String {
    "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}

extension Composition {
  fileprivate var parts: [(String, String?)] {
    let disclosure = persona.disclosure.map {
      [$0.asked, $0.first].compactMap(\.self).joined(separator: " / ")
    }
    let never = persona.never.isEmpty ? nil : persona.never.joined(separator: ", ")
    var parts: [(String, String?)] = [
      ("persona", persona.name), ("variant", persona.variant), ("system", persona.system),
      ("instruction", instruction), ("language", persona.language), ("model", persona.model),
    ]
    parts.append(("temperature", persona.temperature.map { "\($0)" }))
    parts.append(("length", persona.maximumLength.map { "\($0)" }))
    parts.append(("never", never))
    parts.append(("voice", persona.speaking.map { "\($0)" }))
    parts.append(("disclosure", disclosure))
    parts.append(("examples", persona.examples.map { "\($0)" }))
    parts.append(("learnt style", persona.learnt.map { "\($0)" }))
    parts.append(("rows", persona.rows.map { "\($0)" }))
    parts.append(("history", "\(historyLength)"))
    parts.append(("quote", "\(quotes)"))
    return parts
  }
}
