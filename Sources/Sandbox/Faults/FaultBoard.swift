import Model

/// The faults in force. A value: asked on each occasion, it says which of them strikes.
struct FaultBoard: Sendable {
  private struct Entry: Sendable {
    let id: FaultID
    let fault: Fault
    var generator: SeededGenerator
    var skipped = 0
    var strikes = 0

    func fits(_ occasion: FaultKind.Occasion, method: String?, account: Int64?) -> Bool {
      guard fault.kind.occasion == occasion else { return false }
      if let wanted = fault.account, wanted != account { return false }
      guard occasion == .call, let wanted = fault.method else { return true }
      guard let method else { return false }
      return wanted.hasSuffix("*") ? method.hasPrefix(wanted.dropLast()) : method == wanted
    }

    /// Counts the occasion, and says whether it is to be used.
    mutating func strikesNow() -> Bool {
      guard skipped >= fault.skipping else {
        skipped += 1
        return false
      }
      if fault.probability < 1 {
        guard Double.random(in: 0..<1, using: &generator) < fault.probability else { return false }
      }
      strikes += 1
      return true
    }

    var isSpent: Bool { fault.times.map { strikes >= $0 } ?? false }
  }

  private var entries: [Entry] = []
  private var lastNumber = 0

  @discardableResult
  mutating func add(_ fault: Fault) -> FaultID {
    lastNumber += 1
    let id = FaultID(number: lastNumber)
    let entry = Entry(id: id, fault: fault, generator: SeededGenerator(seed: fault.seed))
    if !entry.isSpent { entries.append(entry) }
    return id
  }

  /// False if there is none of that name any more.
  mutating func remove(_ id: FaultID) -> Bool {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return false }
    entries.remove(at: index)
    return true
  }

  mutating func clear() { entries.removeAll() }

  var active: [ActiveFault] {
    entries.map { ActiveFault(id: $0.id, fault: $0.fault, strikes: $0.strikes) }
  }

  /// Whether to ask at all.
  func concerns(_ occasion: FaultKind.Occasion) -> Bool {
    entries.contains { $0.fault.kind.occasion == occasion }
  }

  /// By how much the server's clock is off.
  var clockSkew: Duration {
    entries.reduce(.zero) { sum, entry in
      if case .clockSkew(let skew) = entry.fault.kind { sum + skew } else { sum }
    }
  }

  /// The fault that strikes on this occasion; nil: none.
  mutating func take(
    _ occasion: FaultKind.Occasion, method: String? = nil, account: Int64? = nil
  ) -> FaultStrike? {
    for index in entries.indices
    where entries[index].fits(occasion, method: method, account: account) {
      guard entries[index].strikesNow() else { continue }
      let entry = entries[index]
      if entry.isSpent { entries.remove(at: index) }
      return FaultStrike(
        id: entry.id, kind: entry.fault.kind, method: method, account: account)
    }
    return nil
  }
}
