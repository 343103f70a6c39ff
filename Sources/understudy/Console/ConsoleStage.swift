import Engine
import Foundation
import Model
import Rules

/// The conversations that a console plays: people, a clock, what was said.
struct ConsoleStage {
  private let rules: RuleSet
  /// For the lines that say what others answer.
  var simulation: Simulation
  private let model: CaseModel
  private var now: Timestamp
  private var nextID: Int32 = 1
  private var last: Simulation.Verdict?
  private static let owner = Contact(
    id: 1, firstName: "Olga", lastName: "Owner", username: "olga", isSelf: true)

  /// - Parameter former: whose clock goes on; conversations begin anew.
  init(rules: RuleSet, keeping former: ConsoleStage?) {
    self.rules = rules
    simulation = Simulation(
      rules: rules, owner: Self.owner, account: AccountID(Self.owner.id))
    simulation.web = former?.simulation.web ?? [:]
    simulation.methods = former?.simulation.methods ?? [:]
    model = former?.model ?? CaseModel(.answers(["(the model's answer)"]))
    now = former?.now ?? rules.instant(ofLocal: CaseInstant.standard)
  }

  /// What `m` and `x` are: of the last message, or of one that says hello.
  var input: DecisionInput {
    if let last { return last.input }
    let robin = Contact(id: 5001, firstName: "Robin", isContact: true)
    let chat = Chat(id: .user(robin.id), kind: .private, title: robin.fullName)
    return DecisionInput(
      message: Message(
        account: AccountID(Self.owner.id), chat: chat.id, id: 1, sender: .user(robin.id), date: now,
        text: "hello"),
      chat: chat, sender: robin, owner: Self.owner, now: now)
  }

  /// What lines of Lua may ask for.
  var host: any RuleHost { simulation.host(in: input.chat.id, model: model, at: now) }

  mutating func say(_ phrase: ConsolePhrase) async -> String {
    let sender = Self.person(phrase)
    let chat = Self.chat(phrase, with: sender)
    var message = Message(
      account: AccountID(Self.owner.id), chat: chat.id, id: takeID(), sender: .user(sender.id),
      date: now, text: phrase.text)
    message.media = phrase.media.map {
      Media(kind: $0, duration: phrase.transcript == nil ? nil : 5)
    }
    message.transcript = phrase.transcript.map { Transcript(text: $0, model: "console", at: now) }
    message.mentionsOwner = phrase.mentions || phrase.replies
    message.repliesToOwner = phrase.replies
    message.isForwarded = phrase.isForwarded
    let outcomes = await simulation.receive(
      message, in: chat, sender: sender, other: chat.kind == .private ? sender : nil, at: now,
      model: model)
    let told = take(outcomes)
    let isOpen = !outcomes.contains { outcome in
      if case .message(let decided, _) = outcome { decided.id == message.id } else { false }
    }
    return (told + (isOpen ? ["it waits, as more may come: say more, or let time pass"] : []))
      .joined(separator: "\n")
  }

  /// Bursts that end and timers that are due until now.
  mutating func letTimePass() async -> String {
    take(await simulation.advance(to: now, model: model)).joined(separator: "\n")
  }

  private mutating func take(_ outcomes: [Simulation.Outcome]) -> [String] {
    outcomes.map { outcome in
      switch outcome {
      case .message(_, let verdict):
        last = verdict
        let report = ConsoleReport(verdict, considered: simulation.considerations(verdict))
        noteAnswer(verdict)
        return report.short
      case .timer(let id, let instant, let ruling):
        let actions = Self.shown(ruling.plan.claims)
        let rest = (ruling.notes + ruling.problems.map(\.description)).map { "\n  \($0)" }.joined()
        return "timer \(id), \(rules.localTime(at: instant)): "
          + (actions.isEmpty ? "nothing: \(ruling.reason)" : actions.joined(separator: ", "))
          + rest
      case .again(let claims, let instant):
        return "as nobody has reacted, \(rules.localTime(at: instant)): "
          + Self.shown(claims).joined(separator: ", ")
      }
    }
  }

  private static func shown(_ claims: [Claim]) -> [String] {
    claims.map { claim in
      claim.action.name + (claim.action.shownText.map { ": “\($0)”" } ?? "")
    }
  }

  /// What is said stands in the conversation from then on.
  private mutating func noteAnswer(_ verdict: Simulation.Verdict) {
    guard let speech = verdict.ruling.plan.speech, speech.action.speaksToChat else { return }
    var text = "(the model's answer)"
    if case .reply(let said, _) = speech.action { text = said }
    var message = Message(
      account: AccountID(Self.owner.id), chat: verdict.input.chat.id, id: takeID(),
      sender: .user(Self.owner.id), date: max(now, speech.pace?.due ?? now), text: text)
    message.isOutgoing = true
    simulation.note(message, byTwin: true)
  }

  mutating func carryOut(_ word: ConsoleCommandWord, _ rest: String) throws -> String {
    switch word {
    case .owner: return try ownerWrites(rest)
    case .ai: return try answer(rest)
    case .http: return try webAnswers(rest)
    case .tg: return try telegramAnswers(rest)
    case .at:
      guard let instant = rules.instant(rest, after: now) else {
        throw ConsoleError("At what time? at sat 23:10, at 23:10, or at 2026-03-29 01:50")
      }
      guard instant >= now else {
        throw ConsoleError(
          "\(clock) The clock goes forward only; leave and come back to begin anew.")
      }
      now = instant
      return clock
    case .wait:
      guard let duration = CaseInstant.duration(rest) else {
        throw ConsoleError("Wait how long? wait 15m, wait 1h30m, wait 2d")
      }
      now = now.advanced(by: duration)
      return clock
    case .now: return clock
    case .why:
      guard let last else { throw ConsoleError("Nothing was said yet: say \"hello\" from alice") }
      return ConsoleReport(last, considered: simulation.considerations(last)).long
    default: return ""
    }
  }

  private var clock: String { "It is \(rules.localTime(at: now))." }

  private mutating func ownerWrites(_ rest: String) throws -> String {
    var tokens = try ConsoleTokens(rest)
    guard let text = tokens.next(), text.isQuoted else {
      throw ConsoleError("The text stands in quotes: owner \"it is me\"")
    }
    let chat = input.chat
    var message = Message(
      account: AccountID(Self.owner.id), chat: chat.id, id: takeID(), sender: .user(Self.owner.id),
      date: now, text: text.text)
    message.isOutgoing = true
    simulation.note(message, byTwin: false)
    return "The owner wrote in \(chat.title): the twin is silent there for a while."
  }

  private func answer(_ rest: String) throws -> String {
    if rest == "off" {
      model.replace(with: .unreachable)
      return "The model cannot be reached."
    }
    var tokens = try ConsoleTokens(rest)
    guard let text = tokens.next(), text.isQuoted else {
      throw ConsoleError("The answer stands in quotes: ai \"so it is\"; or ai off")
    }
    model.replace(with: .answers([text.text]))
    return "The model answers “\(text.text)” from now on."
  }

  private mutating func takeID() -> Int32 {
    nextID += 1
    return nextID
  }

  /// Whoever has the same name is the same person.
  private static func person(_ phrase: ConsolePhrase) -> Contact {
    let name = phrase.name ?? (phrase.kindOfSender == .contact ? "Robin" : "Cy")
    var person = Contact(id: number(name), firstName: name)
    if name.hasPrefix("@") {
      let username = String(name.dropFirst())
      person = Contact(id: number(name), firstName: username, username: username)
    } else if name.hasPrefix("u:"), let id = Int64(name.dropFirst(2)), id > 1 {
      person = Contact(id: id, firstName: "User", lastName: String(id))
    } else if let space = name.firstIndex(of: " ") {
      person.firstName = String(name[..<space])
      person.lastName = String(name[name.index(after: space)...])
    }
    person.isContact = phrase.kindOfSender == .contact
    person.isBot = phrase.kindOfSender == .bot
    return person
  }

  private static func chat(_ phrase: ConsolePhrase, with sender: Contact) -> Chat {
    switch phrase.chat {
    case .group, .channel:
      let title = phrase.title ?? (phrase.chat == .group ? "Book club" : "News")
      return Chat(id: .channel(number(title)), kind: phrase.chat, title: title)
    default:
      return Chat(
        id: .user(sender.id), kind: sender.isBot ? .bot : .private, title: sender.fullName,
        username: sender.username)
    }
  }

  /// The same for the same text, in every process.
  private static func number(_ text: String) -> Int64 {
    10_000 + text.utf8.reduce(Int64(7)) { ($0 &* 31 &+ Int64($1)) & 0xFF_FFFF }
  }
}
