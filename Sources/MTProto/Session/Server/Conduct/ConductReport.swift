/// Something that a client did and must not do.
package struct Breach: Hashable, Sendable, Codable {
  package var rule: ConductRule
  /// The message that broke it, 0 where it was none.
  package var messageID: Int64
  /// What exactly, where the rule alone does not say.
  package var detail: String

  package init(_ rule: ConductRule, messageID: Int64 = 0, detail: String = "") {
    self.rule = rule
    self.messageID = messageID
    self.detail = detail
  }
}

extension Breach: CustomStringConvertible {
  package var description: String {
    let message = messageID == 0 ? "" : " Message \(messageID)."
    let detail = detail.isEmpty ? "" : " \(detail)"
    return "\(rule.rawValue): \(rule.sentence)\(message)\(detail) (\(rule.source))"
  }
}

/// What clients did wrong, in its order; nothing, if they are good clients.
package struct ConductReport: Hashable, Sendable, Codable {
  package private(set) var breaches: [Breach] = []

  package init(_ breaches: [Breach] = []) {
    self.breaches = breaches
  }

  package var isFlawless: Bool { breaches.isEmpty }

  package mutating func note(_ breach: Breach) { breaches.append(breach) }

  package mutating func merge(_ other: ConductReport) { breaches += other.breaches }

  /// The same without the breaches of these rules.
  package func excusing(_ rules: Set<ConductRule>) -> ConductReport {
    ConductReport(breaches.filter { !rules.contains($0.rule) })
  }
}

extension ConductReport: CustomStringConvertible {
  package var description: String {
    isFlawless ? "flawless" : breaches.map { "- \($0)" }.joined(separator: "\n")
  }
}
