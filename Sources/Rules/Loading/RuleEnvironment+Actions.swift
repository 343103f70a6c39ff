import Scripting

extension RuleEnvironment {
  func actions() -> [HostFunction] {
    RuleLanguage.actions.map { [collector, board] spec in
      HostFunction(spec.name, phase: .any) { call in
        call.run == nil
          ? Self.atLoad(spec, call, collector: collector) : Self.inRun(spec, call, board: board)
      }
    }
  }

  /// A wrong action is reported, and stands in for a right one so that the file goes on.
  private static func atLoad(
    _ spec: TableSpec, _ call: HostCall, collector: DeclarationCollector
  ) -> HostAnswer {
    let placeholder = HostAnswer.encoded(ActionRequest(placeholder: spec.name).encoded)
    guard let table = argument(of: call) else {
      collector.sink.report(usage(spec), at: call.location)
      return placeholder
    }
    let reader = collector.reader(table, spec: spec, subject: spec.name, call: call)
    guard let request = ActionRequest(reader, isTemplate: true) else { return placeholder }
    if let complaint = request.details?.complaint(about: request.name, table) {
      reader.report(complaint.message, hint: complaint.hint)
    }
    if let text = request.text {
      check(text, names: Template.messageNames + Template.ownerNames, reader: reader)
    }
    if let instruction = request.instruction {
      check(instruction, names: Template.ownerNames, reader: reader)
    }
    return .encoded(request.encoded)
  }

  private static func inRun(_ spec: TableSpec, _ call: HostCall, board: RunBoard) -> HostAnswer {
    guard let table = argument(of: call) else { return .failure(usage(spec)) }
    let sink = ProblemSink(names: board.step?.names)
    let reader = TableReader(
      table, spec: spec, subject: spec.name,
      lines: LineFinder(place: call.location, function: spec.name), sink: sink)
    let request = ActionRequest(reader, isTemplate: false)
    if let complaint = sink.complaint { return .failure(complaint) }
    guard let request else { return .failure(usage(spec)) }
    if let complaint = request.details?.complaint(about: request.name, table) {
      return .failure(complaint.text)
    }
    if let step = board.step {
      if let target = request.targets.first(where: { !step.names.forwards.contains($0) }) {
        return .failure(
          "\(request.name): \(target) is no chat that functions may forward to; write "
            + "account { forward = { \"\(target)\" } }, or make the action while the file loads")
      }
      if let instruction = request.instruction, step.contactTexts.occur(in: instruction) {
        return .failure(CompletionRequest.contactTextInInstruction("instruction"))
      }
    }
    return .encoded(request.encoded)
  }

  /// The table, or what stands for one: `reply "hi"` is `reply { "hi" }`.
  private static func argument(of call: HostCall) -> ScriptTable? {
    guard call.arguments.count <= 1 else { return nil }
    return switch call[0] {
    case .nil: ScriptTable()
    case .table(let table): table
    case .string, .integer, .number: ScriptTable(items: [call[0]])
    default: nil
    }
  }

  private static func usage(_ spec: TableSpec) -> String {
    if spec.items == nil, spec.keys.isEmpty { return "\(spec.name) takes nothing: \(spec.name)()" }
    guard let items = spec.items else {
      return "\(spec.name) takes one table: \(spec.name) { ... }"
    }
    let table = spec.keys.isEmpty ? "" : ", or a table with keys beside it"
    return "\(spec.name) takes \(items.type.expectation)\(table)"
  }

  private static func check(_ text: String, names: [String], reader: TableReader) {
    for name in Template.names(in: text) where !names.contains(name) {
      reader.report(
        "unknown placeholder {{\(name)}} in \(reader.subject)",
        hint: Template.hint(for: name, among: names))
    }
  }
}
