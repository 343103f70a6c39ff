package import Model
import Scripting

/// What a timer runs with.
package struct TimerInput: Sendable, Hashable {
  package var account: AccountID
  package var owner: Contact
  /// The time for which it is due.
  package var due: Timestamp
  package var now: Timestamp
  package var ownerPresence: Presence?

  package init(
    account: AccountID, owner: Contact, due: Timestamp, now: Timestamp,
    ownerPresence: Presence? = nil
  ) {
    self.account = account
    self.owner = owner
    self.due = due
    self.now = now
    self.ownerPresence = ownerPresence
  }
}

extension RuleSet {
  package var timers: [RuleTimer] { book.timers.map(\.timer) }

  /// Runs a timer. Its plan holds notices alone.
  package func fire(_ id: String, _ input: TimerInput, host: any RuleHost) async -> Ruling {
    guard let timer = book.timers.first(where: { $0.timer.id == id }) else {
      return Ruling(reason: "there is no timer \(id)")
    }
    var ruling = Ruling(reason: timer.because)
    do {
      switch timer.body {
      case .act(let actions): ruling.plan = try plan(actions, timer, input)
      case .run(let function, let file):
        let run = RuleRun(
          file: files[file], subject: RunSubject(timer: timer, input: input), set: self,
          host: host)
        let context = ScriptView.context(
          owner: input.owner, now: input.now, presence: input.ownerPresence, zone: book.zone)
        let result = await run(function, arguments: context)
        ruling.notes = result.notes.map { "\(id): \($0)" }
        switch RunAnswer(try result.values.get()) {
        case .passed(let why): ruling.reason = why ?? ruling.reason
        case .actions(let actions, let why):
          ruling.plan = try plan(actions, timer, input)
          ruling.reason = why ?? ruling.reason
        case .wrong(let message):
          throw RuleFailure(place: function.location, message: message)
        }
        ruling.state = result.state
      }
    } catch {
      let failure = RuleFailure(error, place: timer.place)
      ruling.problems = [
        RuleProblem(
          file: failure.place.file, line: failure.place.line,
          message: "timer \(id): \(failure.message)", traceback: failure.traceback)
      ]
      ruling.reason = "it failed: \(failure.place): \(failure.message)"
    }
    return ruling
  }

  private func plan(
    _ actions: [ActionRequest], _ timer: CompiledTimer, _ input: TimerInput
  ) throws -> Plan {
    Plan(
      claims: try actions.map { action in
        guard action.name == "notify" else {
          throw RuleFailure(
            place: timer.place,
            message: "a timer cannot \(action.name): it answers no message; it may notify")
        }
        let text = action.text ?? ""
        return Claim(
          rule: timer.timer.id,
          action: .notify(
            text: action.isTemplate ? Template.fill(text, owner: input.owner) : text))
      })
  }
}
