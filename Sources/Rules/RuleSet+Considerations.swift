package import Model

extension RuleSet {
  /// What a ruling says of the rules that were asked, completed by those that were not, because
  /// something in their `when` does not fit: all rules about the chat, in their order.
  ///
  /// A decision itself does without these sentences. They are for the record, and so depend on the
  /// number of rules, which decisions do not.
  ///
  /// Of the rules that do not fit the hundred that came nearest are listed.
  ///
  /// - Returns: the considerations, and how many more rules do not fit.
  package func considerations(
    of ruling: Ruling, about input: DecisionInput
  ) -> (considered: [Consideration], omitted: Int) {
    let context = matchContext(of: input)
    guard !context.monitors.isEmpty else { return (ruling.considered, 0) }
    let asked = Dictionary(ruling.considered.map { ($0.rule, $0) }) { first, _ in first }
    var unfit: [(rule: Int, held: Int)] = []
    var found: [Int: Consideration] = [:]
    let rules = book.index.rulesAboutChat(context)
    for index in rules {
      let rule = book.rules[index]
      if let one = asked[rule.id] {
        found[index] = one
      } else if let failed = rule.conditions.firstIndex(where: { !$0.holds(context) }) {
        found[index] = Consideration(
          rule: rule.id, outcome: .unmatched, why: rule.conditions[failed].why)
        unfit.append((index, failed))
      }
    }
    let omitted = unfit.sorted { ($1.held, $0.rule) < ($0.held, $1.rule) }.dropFirst(100)
    for one in omitted { found[one.rule] = nil }
    return (rules.compactMap { found[$0] }, omitted.count)
  }
}
