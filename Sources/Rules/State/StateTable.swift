import Model
import Scripting

/// What rules keep, as one run sees it: the host's values with its own changes over them.
struct StateTable: Sendable {
  private(set) var draft: StateDraft
  let now: Timestamp
  /// Of the file that runs, with the changes; nil until something new is kept.
  private var usage: StateUsage?

  init(_ draft: StateDraft, now: Timestamp) {
    self.draft = draft
    self.now = now
  }

  /// - Returns: a line for those who ask why.
  mutating func count(_ metric: String, by amount: Double) -> String {
    draft.count(metric, by: amount)
    return "metric \(metric) \(amount < 0 ? "" : "+")\(amount.formatted)"
  }

  /// - Returns: what the call gives, and a line for those who ask why; nil where nothing changed.
  /// - Throws: ``GrammarError`` if it cannot be kept; what the host throws.
  mutating func perform(
    _ call: StateCall, host: any RuleHost
  ) async throws -> (ScriptValue, String?) {
    let key = call.key
    switch call.operation {
    case .get(let otherwise):
      let entry = try await entry(key, host)
      return (try entry.map { try JSONText.decode($0.json) } ?? otherwise, nil)
    case .set(let value, let options):
      // Whatever stood there is no part of the decision, so nobody else's change of it matters.
      let old: StateEntry?
      if let known = draft[key] { old = known } else { old = try await host.state(key) }
      return (.nil, try await keep(value, key, over: old, options.ttl.map(now.advanced), host))
    case .increase(let by, let options):
      let entry = try await entry(key, host)
      let old = try entry.map { try JSONText.decode($0.json) } ?? .integer(0)
      guard let sum = Self.sum(old, by) else {
        throw GrammarError("\"\(key.name)\" is \(old.shown) and cannot be counted up")
      }
      // A counter that began to run out goes on doing so, unless it is told otherwise.
      let expires = options.ttl.map(now.advanced) ?? entry?.expires
      return (sum, try await keep(sum, key, over: entry, expires, host))
    case .exchange(let old, let new, let options):
      let entry = try await entry(key, host)
      let wanted = old.isNil ? nil : try JSONText.encode(old)
      guard wanted == entry?.json else { return (.bool(false), nil) }
      let expires = options.ttl.map(now.advanced)
      return (.bool(true), try await keep(new, key, over: entry, expires, host))
    }
  }

  private mutating func entry(_ key: StateKey, _ host: any RuleHost) async throws -> StateEntry? {
    if let known = draft[key] { return known.flatMap { $0.isAlive(at: now) ? $0 : nil } }
    let found = try await host.state(key)
    draft.note(found, of: key)
    return found.flatMap { $0.isAlive(at: now) ? $0 : nil }
  }

  private mutating func keep(
    _ value: ScriptValue, _ key: StateKey, over old: StateEntry?, _ expires: Timestamp?,
    _ host: any RuleHost
  ) async throws -> String {
    let shown = "x.store\(key.chat == nil ? "" : ".chat")"
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
    try await reserve(json, key, over: old, host)
    draft.change(key, to: StateEntry(json: json, expires: expires))
    let span = expires.map { ", for \(DurationText.text(of: now.duration(to: $0)))" } ?? ""
    return "\(shown): \(key.name) = \(json.prefix(80))\(json.count > 80 ? "…" : "")\(span)"
  }

  private mutating func reserve(
    _ json: String, _ key: StateKey, over old: StateEntry?, _ host: any RuleHost
  ) async throws {
    var used: StateUsage
    if let usage { used = usage } else { used = try await host.stateUsage(of: key.file) }
    let replaced = old.map { key.name.count + $0.json.utf8.count }
    used.entries += replaced == nil ? 1 : 0
    used.bytes += key.name.count + json.utf8.count - (replaced ?? 0)
    guard used.entries <= StateCall.mostEntries, used.bytes <= StateCall.mostBytes else {
      throw GrammarError(
        "the file keeps all it may: \(StateCall.mostEntries) values and "
          + "\(StateCall.mostBytes >> 20) MiB",
        hint: #"let values run out, with { ttl = "7d" }, or set them to nil"#)
    }
    usage = used
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
