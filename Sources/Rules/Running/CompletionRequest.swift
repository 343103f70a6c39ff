import Model
import Scripting

/// What `ai.complete` was asked.
struct CompletionRequest {
  var persona: String?
  var prompt: String?
  /// Nil: the message that is being decided.
  var about: [String]?
  var history: Int

  init(prompt: String?, about: [String]?, history: Int) {
    self.prompt = prompt
    self.about = about
    self.history = history
  }

  /// Nil for arguments that ``complaint(about:step:)`` has refused.
  init?(_ call: HostCall) {
    guard let table = call[0].table else { return nil }
    let reader = TableReader(
      table, spec: RuleLanguage.Complete.spec, subject: "ai.complete",
      lines: LineFinder(place: call.location, function: "complete"), sink: ProblemSink())
    persona = reader[RuleLanguage.Complete.persona]?.string
    prompt = reader[RuleLanguage.Complete.prompt]?.string
    about = reader[RuleLanguage.Complete.about].flatMap(Material.asked)
    history = reader[RuleLanguage.Complete.history]?.integer.map { Int($0) } ?? 0
  }

  /// Why the call is refused, while it can still be blamed on its line; nil if it is not.
  static func complaint(about call: HostCall, step: RunStep.Input) -> String? {
    guard call.arguments.count == 1, let table = call[0].table else {
      return #"ai.complete takes one table: ai.complete { persona = "me", prompt = "..." }"#
    }
    let sink = ProblemSink(names: step.names)
    _ = TableReader(
      table, spec: RuleLanguage.Complete.spec, subject: "ai.complete",
      lines: LineFinder(place: call.location, function: "complete"), sink: sink)
    if let complaint = sink.complaint { return complaint }
    guard let request = CompletionRequest(call), request.persona != nil || request.prompt != nil
    else { return "ai.complete needs persona or prompt" }
    if let prompt = request.prompt, step.contactTexts.occur(in: prompt) {
      return contactTextInInstruction("prompt")
    }
    return nil
  }

  static func contactTextInInstruction(_ key: String) -> String {
    "\(key) holds what a contact wrote, and would be obeyed; hand it over as about = m"
  }

  /// - Parameter earlier: messages of the chat, oldest first.
  func textRequest(
    for input: DecisionInput?, persona: Persona?, earlier: [Message]
  ) -> TextRequest {
    let system = [persona?.system, prompt].compactMap(\.self).joined(separator: "\n\n")
    let turns = earlier.filter { !$0.words.isEmpty }.map { message in
      TextRequest.Turn(role: message.isOutgoing ? .assistant : .user, text: message.words)
    }
    let subject = (about ?? input.map { [$0.message.words] } ?? []).map {
      TextRequest.Turn(role: .user, text: $0)
    }
    return TextRequest(
      system: system, turns: turns + subject, model: persona?.model,
      temperature: persona?.temperature)
  }
}

extension Message {
  /// What it says to a model, with what was heard in it.
  fileprivate var words: String {
    [heard ?? "", text].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

enum HistoryRequest {
  static let range = 1...200
}
