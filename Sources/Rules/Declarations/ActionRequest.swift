import Scripting

/// An action as a rule file asks for it: names not looked up, templates not filled in.
struct ActionRequest: Sendable, Hashable {
  /// `reply`, `ai_reply`, ...
  var name: String
  /// Of reply, draft, notify, react, escalate and remember; of forward the chat.
  var text: String?
  /// Whether the text stands in the file itself, so that `{{...}}` in it is filled in.
  var isTemplate: Bool
  var persona: String?
  var instruction: String?
  var history: Int
  var quotes: Bool
  var delay: String?
  /// Of voice_reply: whether it is spoken.
  var isSpoken: Bool
  /// Of actions that say nothing to the chat.
  var details: ActionDetails?

  /// What an action table says; nil if a required part is missing (and so was reported).
  init?(_ reader: TableReader, isTemplate: Bool) {
    name = reader.spec.name
    details = ActionDetails(reader)
    text =
      name == "forward"
      ? reader.items.first.flatMap(PeerSelector.init)?.description : reader.items.first?.string
    self.isTemplate = isTemplate
    persona = reader[ActionKeys.persona]?.string
    instruction = reader[ActionKeys.instruction]?.string
    history = reader[ActionKeys.history]?.integer.map { Int($0) } ?? 20
    quotes = reader[ActionKeys.quote]?.bool ?? false
    delay = reader[ActionKeys.delay]?.string
    isSpoken = reader[ActionKeys.voice]?.bool ?? true
    if name == ActionKeys.voiceReply.name, text != nil, reader.has(ActionKeys.instruction) {
      reader.report(
        ActionKeys.instruction, "voice_reply has both a text and an instruction",
        hint:
          "keep the text, which is spoken as it stands, or the instruction, for a model to write it"
      )
    }
    if reader.spec.items?.isRequired == true, text == nil { return nil }
    if reader.spec.keys.contains(where: { $0.name == "persona" }), persona == nil { return nil }
  }

  /// From what crossed Lua in between.
  init?(_ value: ScriptValue) {
    guard let record = value.record, record.className == ScriptClassName.action,
      let name = record.text("action")
    else { return nil }
    self.name = name
    text = record.text("text")
    isTemplate = record.flag("is_template")
    persona = record.text("persona")
    instruction = record.text("instruction")
    history = record["history"]?.integer.map { Int($0) } ?? 20
    quotes = record.flag("quote")
    delay = record.text("delay")
    isSpoken = record["voice"]?.bool ?? true
    details = ActionDetails(record)
  }

  /// The form in which it crosses Lua: read-only, and of a class that scripts cannot make.
  var record: ScriptRecord {
    let text = { (value: String?) in value.map { ScriptValue.string($0) } ?? .nil }
    return ScriptRecord(
      ScriptClassName.action,
      fields: [
        .init(name: "action", value: .string(name)),
        .init(name: "text", value: text(self.text)),
        .init(name: "is_template", value: .bool(isTemplate)),
        .init(name: "persona", value: text(persona)),
        .init(name: "instruction", value: text(instruction)),
        .init(name: "history", value: .integer(Int64(history))),
        .init(name: "quote", value: .bool(quotes)),
        .init(name: "delay", value: text(delay)),
        .init(name: "voice", value: isSpoken ? .nil : .bool(false)),
      ] + (details?.fields ?? []))
  }

  /// It takes a person's time.
  var isPaced: Bool { ["reply", "ai_reply", "voice_reply", "react", "mark_read"].contains(name) }

  var speaks: Bool {
    ["reply", "ai_reply", "voice_reply", "draft", "ai_draft", "ignore"].contains(name)
  }
}
