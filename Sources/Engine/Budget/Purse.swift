import Foundation
import Model
import Rules
import Store

/// Asks the model, within the budget: what would exceed it goes to the offline replier or to nobody, as the
/// account says. The traces of the day are the ledger, so that a restart changes nothing; what is under
/// way counts as what it may cost at most.
actor Purse {
  private struct Entry {
    var chat: PeerID
    var model: String
    var use: ModelUse
  }

  private let parts: EngineParts
  private let book: RuleBook
  private let notices: Notices
  private var day: Timestamp?
  private var spent: [Entry] = []
  private var underWay: [Int: Entry] = [:]
  private var nextID = 0

  /// The model of what the host itself answered.
  static let host = "host"

  init(parts: EngineParts, book: RuleBook, notices: Notices) {
    self.parts = parts
    self.book = book
    self.notices = notices
  }

  /// The trace says what was asked and how it was answered; it is not stored yet. What the model throws
  /// stands in it as well.
  func ask(
    _ request: TextRequest, about message: MessageReference, rule: String
  ) async throws -> (Result<TextCompletion, TextModelError>, PromptTrace) {
    let budget = book.current.account.budget
    let model = request.model ?? parts.model.name
    guard !budget.isUnlimited, parts.model.name != parts.offline?.name else {
      return try await Self.ask(
        parts.model, request, about: message, rule: rule, at: parts.clock.now)
    }
    try await begin(in: book.current.account.zone)
    let most = ModelUse(most: request)
    if let limit = budget.limit(
      against: most, of: model, spentInAll: use { _ in true },
      inChat: use { $0.chat == message.chat }, ofModel: { name in self.use { name.fits($0.model) } }
    ) {
      return try await refuse(request, limit, budget, about: message, rule: rule)
    }
    let id = nextID
    nextID += 1
    underWay[id] = Entry(chat: message.chat, model: model, use: most)
    defer { underWay[id] = nil }
    let (result, trace) = try await Self.ask(
      parts.model, request, about: message, rule: rule, at: parts.clock.now)
    // The offline replier behind the provider costs nothing.
    if trace.model != parts.offline?.name {
      spent.append(Entry(chat: message.chat, model: trace.model, use: ModelUse(trace)))
    }
    return (result, trace)
  }

  private func refuse(
    _ request: TextRequest, _ limit: String, _ budget: ModelBudget, about message: MessageReference,
    rule: String
  ) async throws -> (Result<TextCompletion, TextModelError>, PromptTrace) {
    let day = self.day ?? .zero
    let offline = budget.whenSpent == .offline ? parts.offline : nil
    try await notices.post(
      "\(limit); \(offline == nil ? "nobody" : "the offline replier") answers what exceeds it, "
        + "until the day is over", once: "budget:\(day.milliseconds):\(limit)", about: message)
    guard let offline else {
      let error = TextModelError(code: .abstained, message: limit)
      var trace = PromptTrace(
        message: message, rule: rule, at: parts.clock.now, model: Self.host, request: request)
      trace.error = limit
      return (.failure(error), trace)
    }
    var own = request
    own.model = nil
    var (result, trace) = try await Self.ask(
      offline, own, about: message, rule: rule, at: parts.clock.now)
    trace.model = "\(offline.name), as \(limit)"
    if case .failure(var error) = result {
      error.message = "\(limit), and the offline replier: \(error.message)"
      result = .failure(error)
      trace.error = error.message
    }
    return (result, trace)
  }

  /// Takes up what the day has cost so far, if it is a new one or the first question.
  private func begin(in zone: String) async throws {
    let today = ModelBudget.dayStart(of: parts.clock.now, in: zone)
    guard day != today else { return }
    let stored = try await parts.store.modelUse(of: parts.account, since: today)
    // Somebody else may have come first.
    guard day != today else { return }
    day = today
    spent = stored.map { Entry(chat: $0.chat, model: $0.model, use: $0.use) }
  }

  private func use(where fits: (Entry) -> Bool) -> [(model: String, use: ModelUse)] {
    (spent + underWay.values).filter(fits).map { ($0.model, $0.use) }
  }

  private static func ask(
    _ model: any TextModel, _ request: TextRequest, about message: MessageReference, rule: String,
    at now: Timestamp
  ) async throws -> (Result<TextCompletion, TextModelError>, PromptTrace) {
    var trace = PromptTrace(
      message: message, rule: rule, at: now, model: model.name, request: request)
    do {
      let completion = try await model.complete(request)
      trace.answer = completion.text
      trace.model = completion.model
      trace.promptTokens = completion.promptTokens
      trace.completionTokens = completion.completionTokens
      return (.success(completion), trace)
    } catch let error as TextModelError {
      trace.error = error.message
      return (.failure(error), trace)
    }
  }
}
