import Foundation
package import Model
package import Rules
package import Store

extension ModelUse {
  /// As much as the request may cost: three characters a token, and the longest answer.
  init(most request: TextRequest) {
    let characters = request.turns.reduce(request.system.utf8.count) { $0 + $1.text.utf8.count }
    self.init(
      calls: 1, promptTokens: characters / 3 + 8 * (request.turns.count + 1),
      completionTokens: request.maximumTokens ?? 500)
  }
}

extension ModelBudget {
  /// What a limit is held against.
  private struct Sum {
    var calls = 0
    var tokens = 0
    var money = 0.0
  }

  /// The limit that would be exceeded, as a sentence; nil: none.
  func limit(
    against most: ModelUse, of model: String, spentInAll: [(model: String, use: ModelUse)],
    inChat: [(model: String, use: ModelUse)],
    ofModel: (Provider) -> [(model: String, use: ModelUse)]
  ) -> String? {
    let needsMoney =
      day.money != nil || contact.money != nil || provider(of: model)?.amount.money != nil
    if needsMoney, provider(of: model)?.promptPrice == nil {
      return "the budget is in money, and it names no price of \(model)"
    }
    let provider = provider(of: model)
    let kinds: [(Amount, [(model: String, use: ModelUse)], String)] =
      [(day, spentInAll, "a day"), (contact, inChat, "a day for one chat")]
      + (provider.map { [($0.amount, ofModel($0), "a day for \($0.name)")] } ?? [])
    for (amount, spent, span) in kinds where !amount.isUnlimited {
      let sum = sum(spent)
      if let calls = amount.calls, sum.calls + 1 > calls {
        return "the budget of \(calls) calls \(span) is used up"
      }
      if let tokens = amount.tokens, sum.tokens + most.tokens > tokens {
        return "the budget of \(tokens) tokens \(span) is used up"
      }
      if let money = amount.money, sum.money + cost(of: most, by: model) > money {
        return "the budget of \(Self.text(money)) \(span) is used up"
      }
    }
    return nil
  }

  private func sum(_ spent: [(model: String, use: ModelUse)]) -> Sum {
    spent.reduce(into: Sum()) { sum, one in
      sum.calls += one.use.calls
      sum.tokens += one.use.tokens
      sum.money += cost(of: one.use, by: one.model)
    }
  }

  private func cost(of use: ModelUse, by model: String) -> Double {
    guard let provider = provider(of: model), let prompt = provider.promptPrice else { return 0 }
    return
      (Double(use.promptTokens) * prompt
      + Double(use.completionTokens) * (provider.answerPrice ?? prompt)) / 1_000_000
  }

  /// For people: what of each limit is used today.
  package func report(_ spent: [StoredModelUse]) -> [String] {
    let all = sum(spent.map { ($0.model, $0.use) })
    var lines = Self.lines(day, all, "today")
    for provider in providers {
      lines += Self.lines(
        provider.amount,
        sum(spent.filter { provider.fits($0.model) }.map { ($0.model, $0.use) }), provider.name)
    }
    if !contact.isUnlimited {
      let chats = Dictionary(grouping: spent, by: \.chat).mapValues { uses in
        sum(uses.map { ($0.model, $0.use) })
      }
      let most = chats.max { ($0.value.calls, $0.value.tokens) < ($1.value.calls, $1.value.tokens) }
      lines += Self.lines(contact, most?.value ?? Sum(), most.map { "\($0.key)" } ?? "one chat")
    }
    return lines
  }

  private static func lines(_ amount: Amount, _ sum: Sum, _ name: String) -> [String] {
    guard !amount.isUnlimited else { return [] }
    var parts: [String] = []
    if let calls = amount.calls { parts.append("\(sum.calls) of \(calls) calls") }
    if let tokens = amount.tokens { parts.append("\(sum.tokens) of \(tokens) tokens") }
    if let money = amount.money { parts.append("\(text(sum.money)) of \(text(money))") }
    return ["\(name): \(parts.joined(separator: ", "))"]
  }

  private static func text(_ money: Double) -> String {
    String(format: "%.4f", money).replacing(/\.?0+$/, with: "")
  }

  /// The midnight before, by the clock of the zone.
  package static func dayStart(of now: Timestamp, in zone: String) -> Timestamp {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
    let date = Date(timeIntervalSince1970: Double(now.seconds))
    return Timestamp(seconds: Int64(calendar.startOfDay(for: date).timeIntervalSince1970))
  }
}
