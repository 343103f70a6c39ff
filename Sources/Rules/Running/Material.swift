import Scripting

/// What `ai.complete` is given to work on: texts of contacts, which only ever stand in turns of the
/// other side, never in an instruction.
enum Material {
  /// The texts that are asked about; nil for the message that is being decided, of which more is known than
  /// its text.
  static func asked(_ value: ScriptValue) -> [String]? {
    value.record?.className == ScriptClassName.message ? nil : texts(of: value)
  }

  /// Nil for what is neither a text, a message nor a list of such.
  static func texts(of value: ScriptValue) -> [String]? {
    switch value {
    case .string(let text): return [text]
    case .record(let record):
      guard isMessage(record) else { return nil }
      return [record.text("text") ?? ""]
    case .table(let table):
      guard table.fields.isEmpty else { return nil }
      var texts: [String] = []
      for item in table.items {
        guard case .string(let text) = item else {
          guard let record = item.record, isMessage(record) else { return nil }
          texts.append(record.text("text") ?? "")
          continue
        }
        texts.append(text)
      }
      return texts
    default: return nil
    }
  }

  private static func isMessage(_ record: ScriptRecord) -> Bool {
    [ScriptClassName.message, ScriptClassName.earlier, ScriptClassName.memory]
      .contains(record.className)
  }
}
