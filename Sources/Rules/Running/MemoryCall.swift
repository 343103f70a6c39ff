import Model
import Scripting

/// One call of `memory.search` or `memory.about`, checked.
struct MemoryCall {
  let question: MemoryQuestion
  /// For those who ask why.
  let shown: String

  private static let longestQuery = 500
  private static let mostWords = 32

  static func isOne(_ call: HostCall) -> Bool {
    call.function == "memory.search" || call.function == "memory.about"
  }

  /// - Throws: what is wrong with the call, as a sentence.
  init(_ call: HostCall, input: DecisionInput) throws(GrammarError) {
    let isSearch = call.function == "memory.search"
    let spec = isSearch ? RuleLanguage.Memory.search : RuleLanguage.Memory.about
    guard (1...2).contains(call.arguments.count) else {
      throw GrammarError(
        "\(call.function) was given \(call.arguments.count) values",
        hint: isSearch ? #"write memory.search("words")"# : "write memory.about(m.sender)")
    }
    let subject: MemoryQuestion.Subject
    if isSearch {
      subject = .words(try Self.words(call[0]))
      shown = "memory.search \"\(call[0].string?.prefix(60) ?? "")\""
    } else {
      subject = try Self.subject(call[0], input)
      shown = "memory.about \(subject == .chat ? "m.chat" : "m.sender")"
    }
    let options = try Self.options(call, spec)
    question = MemoryQuestion(
      subject, here: input.chat.id, message: input.message.id,
      only: isSearch
        ? options[RuleLanguage.Memory.chat].flatMap(PeerSelector.init)?.description : nil,
      limit: options[RuleLanguage.Memory.limit]?.integer.map { Int($0) } ?? 10, now: input.now)
  }

  private static func words(_ value: ScriptValue) throws(GrammarError) -> [MemoryQuestion.Word] {
    guard let text = value.string else {
      throw GrammarError(
        "memory.search takes words first, not \(value.shown)",
        hint: #"write memory.search("words")"#)
    }
    guard text.count <= longestQuery else {
      throw GrammarError("memory.search takes up to \(longestQuery) characters, not \(text.count)")
    }
    var words: [MemoryQuestion.Word] = []
    for piece in TextFolding.fold(text).split(whereSeparator: \.isWhitespace) {
      let found = TextFolding.words(String(piece))
      for (index, word) in found.enumerated() {
        let isStem = index == found.count - 1 && piece.hasSuffix("*")
        let one = MemoryQuestion.Word(
          String(word), isStem: isStem || TextFolding.isUnspaced(String(word)))
        if !words.contains(one) { words.append(one) }
      }
    }
    guard !words.isEmpty else {
      throw GrammarError("memory.search has no word to look for in \(value.shown)")
    }
    return Array(words.prefix(mostWords))
  }

  private static func subject(
    _ value: ScriptValue, _ input: DecisionInput
  ) throws(GrammarError) -> MemoryQuestion.Subject {
    switch value.record?.className {
    case ScriptClassName.chat: return .chat
    case ScriptClassName.sender:
      guard let sender = input.sender else { return .chat }
      return .person(.user(sender.id))
    default:
      throw GrammarError(
        "memory.about takes m.sender or m.chat, not \(value.shown)",
        hint: value.isNil ? "in channels m.sender is nil" : "write memory.about(m.sender)")
    }
  }

  private static func options(
    _ call: HostCall, _ spec: TableSpec
  ) throws(GrammarError) -> TableReader {
    guard call.arguments.count < 2 || call[1].isNil || call[1].table != nil else {
      throw GrammarError(
        "\(call.function) takes a table last, not \(call[1].shown)", hint: "write { limit = 5 }")
    }
    let sink = ProblemSink()
    let reader = TableReader(
      call[1].table ?? ScriptTable(), spec: spec, subject: call.function,
      lines: LineFinder(place: call.location, function: spec.name), sink: sink)
    if let problem = sink.problems.first {
      throw GrammarError(problem.message, hint: problem.hint)
    }
    return reader
  }
}
