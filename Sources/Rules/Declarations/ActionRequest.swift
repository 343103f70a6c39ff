import Scripting

/// An action as a rule file asks for it: names not looked up, templates not filled in.
struct ActionRequest: Sendable, Hashable {
  /// `reply`, `ai_reply`, ...
  var name: String
  /// Of reply, draft, notify, react, escalate and remember; of forward the chat.
  var text: String?
  /// Whether the text stands in the file itself, so that `{{...}}` in it is filled in.
  var isTemplate: Bool
  /// Of the text; nil where there is nothing to fill in.
  private(set) var template: Template?
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
    if persona == nil, reader.spec.keys.contains(where: { $0 === ActionKeys.persona }) {
      return nil
    }
  }

  /// What stands in for an action that was wrong, so that the file goes on.
  init(placeholder name: String) {
    self.name = name
    isTemplate = false
    history = 20
    quotes = false
    isSpoken = true
  }

  /// The fields in which it crosses Lua: read-only, and of a class that scripts cannot make.
  static let shape = RecordShape(
    ScriptClassName.action,
    fields: [
      "action", "text", "is_template", "persona", "instruction", "history", "quote", "delay",
      "voice", "details",
    ])

  /// From what crossed Lua in between.
  init?(_ value: ScriptValue) {
    guard let record = value.record, record.className == ScriptClassName.action,
      record.fields.count == Self.shape.fields.count, let name = record.fields[0].value.string
    else { return nil }
    self.name = name
    text = record.fields[1].value.string
    isTemplate = record.fields[2].value.bool ?? false
    persona = record.fields[3].value.string
    instruction = record.fields[4].value.string
    history = record.fields[5].value.integer.map { Int($0) } ?? 20
    quotes = record.fields[6].value.bool ?? false
    delay = record.fields[7].value.string
    isSpoken = record.fields[8].value.bool ?? true
    details = record.fields[9].value.string.flatMap { ActionDetails(encoded: $0) }
    if isTemplate { template = text.flatMap { Template($0) } }
  }

  /// As it crosses Lua.
  var encoded: EncodedValues {
    EncodedValues(count: 1) { writer in
      writer.record(Self.shape) { fields in
        fields.field("action", name)
        fields.field("text", text)
        fields.field("is_template", isTemplate)
        fields.field("persona", persona)
        fields.field("instruction", instruction)
        fields.field("history", Int64(history))
        fields.field("quote", quotes)
        fields.field("delay", delay)
        // What is as usual is not told.
        fields.field("voice") { isSpoken ? $0.null() : $0.value(false) }
        fields.field("details", details?.encoded)
      }
    }
  }

  /// It takes a person's time.
  var isPaced: Bool {
    switch name {
    case "reply", "ai_reply", "voice_reply", "react", "mark_read": true
    default: false
    }
  }

  var speaks: Bool {
    switch name {
    case "reply", "ai_reply", "voice_reply", "draft", "ai_draft", "ignore": true
    default: false
    }
  }
}
