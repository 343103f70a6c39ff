import Scripting

extension ModelBudget {
  init(_ reader: TableReader) {
    self.init()
    day = reader.table(BudgetKeys.day, spec: AmountKeys.spec).map { Amount($0) } ?? day
    contact = reader.table(BudgetKeys.contact, spec: AmountKeys.spec).map { Amount($0) } ?? contact
    providers = (reader[BudgetKeys.providers] ?? .nil).list.indices.compactMap { index in
      reader.table(BudgetKeys.providers, item: index, spec: ProviderKeys.spec).flatMap { table in
        table[ProviderKeys.name]?.string.map { name in
          Provider(
            name: name, amount: Amount(table), promptPrice: table[ProviderKeys.promptPrice]?.number,
            answerPrice: table[ProviderKeys.answerPrice]?.number)
        }
      }
    }
    whenSpent = reader[BudgetKeys.whenSpent]?.string.flatMap(Policy.init) ?? whenSpent
    let amounts = [day, contact] + providers.map(\.amount)
    if amounts.contains(where: { $0.money != nil }),
      !providers.contains(where: { $0.promptPrice != nil })
    {
      reader.report(
        "\(reader.subject) counts money, and names no price",
        hint: #"providers = { { name = "gpt-4o-mini", prompt_price = 0.15, answer_price = 0.6 } }"#)
    }
  }
}

extension ModelBudget.Amount {
  fileprivate init(_ reader: TableReader) {
    self.init(
      calls: reader[AmountKeys.calls]?.integer.map { Int($0) },
      tokens: reader[AmountKeys.tokens]?.integer.map { Int($0) },
      money: reader[AmountKeys.money]?.number)
  }
}
