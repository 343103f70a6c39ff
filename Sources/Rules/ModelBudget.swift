/// What models may cost on one day of the account's clock: `budget` of `account`.
package struct ModelBudget: Sendable, Hashable, Codable {
  /// Nil: without limit.
  package struct Amount: Sendable, Hashable, Codable {
    package var calls: Int?
    package var tokens: Int?
    /// In the currency of the prices.
    package var money: Double?

    package var isUnlimited: Bool { calls == nil && tokens == nil && money == nil }

    package init(calls: Int? = nil, tokens: Int? = nil, money: Double? = nil) {
      self.calls = calls
      self.tokens = tokens
      self.money = money
    }
  }

  /// One provider, or one model of it.
  package struct Provider: Sendable, Hashable, Codable {
    /// The start of the model's name, with or without the provider's before it.
    package var name: String
    package var amount: Amount
    /// Of a million tokens; nil: not known.
    package var promptPrice: Double?
    package var answerPrice: Double?

    package init(
      name: String, amount: Amount = Amount(), promptPrice: Double? = nil,
      answerPrice: Double? = nil
    ) {
      self.name = name
      self.amount = amount
      self.promptPrice = promptPrice
      self.answerPrice = answerPrice
    }

    package func fits(_ model: String) -> Bool {
      model.hasPrefix(name)
        || model.firstIndex(of: "/").map { model[model.index(after: $0)...].hasPrefix(name) }
          == true
    }
  }

  package enum Policy: String, Sendable, Hashable, Codable, CaseIterable {
    /// The offline replier answers.
    case offline
    case none
  }

  package var day = Amount()
  package var contact = Amount()
  package var providers: [Provider] = []
  package var whenSpent = Policy.offline

  package init() {}

  package var isUnlimited: Bool {
    day.isUnlimited && contact.isUnlimited && providers.allSatisfy(\.amount.isUnlimited)
  }

  package func provider(of model: String) -> Provider? { providers.first { $0.fits(model) } }
}
