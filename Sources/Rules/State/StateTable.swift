import Model
import Scripting

/// What rules keep, as one run sees it: the host's values with its own changes over them.
struct StateTable: Sendable {
  private(set) var draft: StateDraft
  let now: Timestamp
  /// Of each scope, with the changes; none until something new is kept.
  private var usages: [String: StateUsage] = [:]

  init(_ draft: StateDraft, now: Timestamp) {
    self.draft = draft
    self.now = now
  }

  /// - Returns: a line for those who ask why.
  mutating func count(_ metric: String, by amount: Double) -> String {
    draft.count(metric, by: amount)
    return "metric \(metric) \(amount < 0 ? "" : "+")\(amount.formatted)"
  }

  /// What of the host's a call needs to know.
  struct Found: Sendable {
    /// Nil: it was not asked.
    var entry: StateEntry??
    var usage: StateUsage?
  }

  func isMissing(for call: StateCall) -> (entry: Bool, usage: Bool) {
    var writes = true
    if case .get = call.operation { writes = false }
    return (draft[call.key] == nil, writes && usages[call.key.scope] == nil)
  }

  /// - Parameter found: what ``isMissing(for:)`` asked for.
  /// - Returns: what the call gives, and a line for those who ask why; nil where nothing changed.
  /// - Throws: ``GrammarError`` if it cannot be kept.
  mutating func perform(
    _ call: StateCall, _ found: Found
  ) throws(GrammarError) -> (ScriptValue, String?) {
    let key = call.key
    if let usage = found.usage, usages[key.scope] == nil { usages[key.scope] = usage }
    switch call.operation {
    case .get(let otherwise):
      let entry = entry(key, found)
      guard let entry else { return (otherwise, nil) }
      return (try JSONText.decode(entry.json), nil)
    case .set(let value, let options):
      // Whatever stood there is no part of the decision, so nobody else's change of it matters.
      let old = draft[key] ?? found.entry ?? nil
      return (.nil, try keep(value, key, over: old, options.ttl.map(now.advanced)))
    case .increase(let by, let options):
      let entry = entry(key, found)
      let old: ScriptValue = if let entry { try JSONText.decode(entry.json) } else { .integer(0) }
      guard let sum = Self.sum(old, by) else {
        throw GrammarError("\"\(key.name)\" is \(old.shown) and cannot be counted up")
      }
      // A counter that began to run out goes on doing so, unless it is told otherwise.
      let expires = options.ttl.map(now.advanced) ?? entry?.expires
      return (sum, try keep(sum, key, over: entry, expires, isIncrement: true))
    case .exchange(let old, let new, let options):
      let entry = entry(key, found)
      let wanted: String? = old.isNil ? nil : try JSONText.encode(old)
      guard wanted == entry?.json else { return (.bool(false), nil) }
      let expires = options.ttl.map(now.advanced)
      return (.bool(true), try keep(new, key, over: entry, expires))
    }
  }

  /// As this decision sees it; noted as read where it is the host's.
  private mutating func entry(_ key: StateKey, _ found: Found) -> StateEntry? {
    if draft[key] == nil { draft.note(found.entry ?? nil, of: key) }
    return (draft[key] ?? nil).flatMap { $0.isAlive(at: now) ? $0 : nil }
  }

  private mutating func keep(
    _ value: ScriptValue, _ key: StateKey, over old: StateEntry?, _ expires: Timestamp?,
    isIncrement: Bool = false
  ) throws(GrammarError) -> String {
    let shown = key.shown
    if value.isNil {
      draft.change(key, to: nil)
      return "\(shown): \(key.name) is gone"
    }
    let json = try JSONText.encode(value)
    guard json.utf8.count <= StateCall.largestValue else {
      throw GrammarError(
        "\"\(key.name)\" would be \(json.utf8.count) bytes of JSON; the most is "
          + "\(StateCall.largestValue)")
    }
    try reserve(json, key, over: old)
    draft.change(
      key, to: StateEntry(json: json, expires: expires), isIncrement: isIncrement)
    let span = expires.map { ", for \(DurationText.text(of: now.duration(to: $0)))" } ?? ""
    return "\(shown): \(key.name) = \(json.prefix(80))\(json.count > 80 ? "…" : "")\(span)"
  }

  private mutating func reserve(
    _ json: String, _ key: StateKey, over old: StateEntry?
  ) throws(GrammarError) {
    var used = usages[key.scope] ?? StateUsage()
    let replaced = old.map { key.name.count + $0.json.utf8.count }
    used.entries += replaced == nil ? 1 : 0
    used.bytes += key.name.count + json.utf8.count - (replaced ?? 0)
    guard used.entries <= StateCall.mostEntries, used.bytes <= StateCall.mostBytes else {
      throw GrammarError(
        "\(key.shown) keeps all it may: \(StateCall.mostEntries) values and "
          + "\(StateCall.mostBytes >> 20) MiB",
        hint: #"let values run out, with { ttl = "7d" }, or set them to nil"#)
    }
    usages[key.scope] = used
  }

  private static func sum(_ old: ScriptValue, _ by: ScriptValue) -> ScriptValue? {
    if case .integer(let left) = old, case .integer(let right) = by {
      let (sum, overflow) = left.addingReportingOverflow(right)
      return overflow ? nil : .integer(sum)
    }
    guard let left = old.number, let right = by.number, (left + right).isFinite else { return nil }
    return .number(left + right)
  }
}

extension Double {
  /// Without a fraction that is none.
  fileprivate var formatted: String { Int64(exactly: self).map(String.init) ?? String(self) }
}
