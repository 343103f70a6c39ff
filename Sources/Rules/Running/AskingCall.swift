import Model
import Scripting

/// What `ai.classify` or `ai.extract` was asked, and what its answer means.
struct AskingCall {
  enum Question {
    case labels([String])
    /// By name; what each means.
    case fields([(name: String, meaning: String)])
  }

  var question: Question
  /// Who is asked, about what.
  var request: CompletionRequest

  static func isOne(_ call: HostCall) -> Bool {
    call.function == "ai.classify" || call.function == "ai.extract"
  }

  /// - Throws: what is wrong with the call, as a sentence.
  init(_ call: HostCall, step: RunStep.Input) throws(GrammarError) {
    let isClassify = call.function == "ai.classify"
    let spec = isClassify ? RuleLanguage.Asking.classify : RuleLanguage.Asking.extract
    guard call.arguments.count == 1, let table = call[0].table else {
      throw GrammarError(
        "\(call.function) takes one table",
        hint: isClassify
          ? #"write ai.classify { labels = { "urgent", "other" } }"#
          : #"write ai.extract { fields = { day = "which day is meant" } }"#)
    }
    let sink = ProblemSink()
    let reader = TableReader(
      table, spec: spec, subject: call.function,
      lines: LineFinder(place: call.location, function: spec.name), sink: sink)
    if let problem = sink.problems.first {
      throw GrammarError(problem.message, hint: problem.hint)
    }
    if isClassify {
      let labels = (reader[RuleLanguage.Asking.labels] ?? .nil).list.compactMap(\.string)
      guard Set(labels.map(TextFolding.fold)).count == labels.count, (2...50).contains(labels.count)
      else { throw GrammarError("labels in ai.classify are 2 to 50 different words") }
      question = .labels(labels)
    } else {
      question = .fields(
        (reader[RuleLanguage.Asking.fields]?.table?.fields ?? []).map { field in
          (field.key.description, field.value.string ?? "")
        })
    }
    let prompt = reader[RuleLanguage.Asking.prompt]?.string
    if let prompt, step.contactTexts.occur(in: prompt) {
      throw GrammarError(CompletionRequest.contactTextInInstruction("prompt"))
    }
    request = CompletionRequest(
      prompt: prompt, about: reader[RuleLanguage.Complete.about].flatMap(Material.asked),
      history: reader[RuleLanguage.Complete.history]?.integer.map { Int($0) } ?? 0)
    request.prompt = [prompt, task].compactMap(\.self).joined(separator: "\n\n")
  }

  private var task: String {
    switch question {
    case .labels(let labels):
      return
        "Which of these fits what the other side wrote? Answer with one of them, exactly as it "
        + "stands here, and nothing else: \(labels.joined(separator: ", "))"
    case .fields(let fields):
      let list = fields.map { "\"\($0.name)\": \($0.meaning)" }.joined(separator: "\n")
      return
        "Find in what the other side wrote the following. Answer with one JSON object with these "
        + "keys and nothing else; null for what is not said.\n\(list)"
    }
  }

  /// - Throws: ``GrammarError`` for an answer that cannot be read.
  func value(of answer: String) throws(GrammarError) -> ScriptValue {
    switch question {
    case .labels(let labels):
      let folded = TextFolding.fold(answer).filter { !"\"'`.!*".contains($0) }
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return labels.first { TextFolding.fold($0) == folded }.map { .string($0) } ?? .nil
    case .fields(let fields):
      guard let start = answer.firstIndex(of: "{"), let end = answer.lastIndex(of: "}"),
        start < end,
        let found = try? JSONText.decode(String(answer[start...end])).table
      else { throw GrammarError("the model did not answer with a JSON object") }
      return .table(
        ScriptTable(
          fields: fields.compactMap { field in
            found[field.name].flatMap { $0.isNil ? nil : .init(name: field.name, value: $0) }
          }))
    }
  }
}

extension ScriptValue {
  /// The texts in it, at any depth.
  var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .table(let table): table.items.flatMap(\.texts) + table.fields.flatMap(\.value.texts)
    default: []
    }
  }
}
