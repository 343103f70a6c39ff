/// `budget = {...}` of account.
enum BudgetKeys {
  static let day = KeySpec("day", .table(AmountKeys.spec), doc: "In all.")
  static let contact = KeySpec("contact", .table(AmountKeys.spec), doc: "In any one chat.")
  static let providers = KeySpec(
    "providers", .oneOrMore(.table(ProviderKeys.spec)),
    doc: "Prices and limits of providers and their models.")
  static let whenSpent = KeySpec(
    "when_spent", .word(ModelBudget.Policy.allCases.map(\.rawValue)), standard: #""offline""#,
    doc: """
      Who answers where a limit is reached: the offline replier, or none. The owner is told once, and \
      `understudy status` shows how far each has come.
      """)

  static let spec = TableSpec(
    "budget", doc: "What models may cost on one day.", keys: [day, contact, providers, whenSpent])
}

/// `day = { calls = 200, tokens = 100000, money = 1.5 }`.
enum AmountKeys {
  static let calls = KeySpec("calls", .integer(0...1_000_000), doc: "Calls of a model.")
  static let tokens = KeySpec(
    "tokens", .integer(0...1_000_000_000), doc: "Tokens, of questions and answers together.")
  static let money = KeySpec(
    "money", .number(0...1_000_000), doc: "In the currency of the prices under providers.")

  static let spec = TableSpec(
    "amount", doc: "The most on one day; each that is named must be kept.",
    keys: [calls, tokens, money])
}

/// One of `providers = {...}`.
enum ProviderKeys {
  static let name = KeySpec(
    "name", .text(most: 200), required: true,
    doc: #"A model, or how its name begins: "gpt-4o-mini", "openai/"."#)
  static let promptPrice = KeySpec(
    "prompt_price", .number(0...100_000), doc: "Of a million tokens that are asked.")
  static let answerPrice = KeySpec(
    "answer_price", .number(0...100_000),
    doc: "Of a million tokens that are answered; as prompt_price without it.")

  static let spec = TableSpec(
    "provider", doc: "One provider or model; the first that fits counts.",
    keys: [
      name, promptPrice, answerPrice, AmountKeys.calls, AmountKeys.tokens, AmountKeys.money,
    ])
}
