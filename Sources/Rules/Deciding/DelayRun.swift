import Foundation
import Model
import Scripting

/// One run of a delay's function: it gets the message and the context as a rule's does, and tells
/// after how many seconds the message is noticed. It cannot wait for the host.
struct DelayRun: Sendable {
  let delay: DelayCurve
  let function: DelayFunction
  let file: RuleFile
  /// The rule that asks: its name stands in the log, and its seed makes the numbers its own.
  let rule: CompiledRule?
  let input: SharedInput
  let names: DeclaredNames
  let host: any RuleHost
  let budget: RunBudget

  /// - Returns: seconds, at least 0, and what `x.note` added.
  /// - Throws: ``RuleFailure`` at the function's line, or `ScriptError`.
  func callAsFunction(_ arguments: EncodedValues) async throws -> (seconds: Double, notes: [String])
  {
    let message = input.input.message
    // From the same seed as the curves beside it, and yet other numbers.
    var generator = SeededGenerator(
      seeds: message.account.rawValue, message.chat.marked, Int64(message.id),
      rule?.seed ?? 0, StableHash.of("delay \(delay.name)"))
    let step = await file.start(
      function.reference, arguments: arguments, budget: budget, seed: generator.next(),
      input: RunStep.Input(
        rule: rule?.id ?? "", names: names, host: host, contactTexts: ContactTexts([message.text])))
    switch step.outcome {
    case .failed(let error): throw error
    case .waiting(let request):
      await file.cancel(request.token.run)
      throw RuleFailure(
        place: request.call.location,
        message: "\(request.call.function) takes its time, and delay \"\(delay.name)\" cannot wait")
    case .finished(let values):
      return (try seconds(values.first ?? .nil), step.notes)
    }
  }

  private func seconds(_ value: ScriptValue) throws -> Double {
    if let number = value.number, number.isFinite, number >= 0 { return number }
    if value.string != nil, let duration = value.duration { return duration.seconds }
    throw RuleFailure(
      place: function.reference.location,
      message: "delay \"\(delay.name)\" returned \(value.shown); expected seconds, 0 or more, or a "
        + "time such as \"90s\"")
  }
}
