import Model
import Scripting

/// `voice = { provider = "elevenlabs", id = "..." }` of a persona.
enum VoiceKeys {
  static let provider = KeySpec(
    "provider", .word(Voice.Provider.allCases.map(\.rawValue)), required: true,
    doc: "Who speaks; its key stands in the home's .env file.")
  static let id = KeySpec(
    "id", .text(most: 100), required: true,
    doc: #"The voice as the provider calls it: "alloy", or the id of a voice of your own."#)
  static let model = KeySpec(
    "model", .text(most: 100), doc: "The model, by the provider's name; else the configured one.")
  static let speed = KeySpec("speed", .number(0.25...4), doc: "1 is the voice's own speed.")
  static let stability = KeySpec(
    "stability", .number(0...1), doc: "How even the voice is. ElevenLabs alone.")
  static let similarity = KeySpec(
    "similarity", .number(0...1), doc: "How close to the voice that was cloned. ElevenLabs alone.")
  static let manner = KeySpec(
    "manner", .text(most: 500), doc: "How it is spoken: \"tired, in a low voice\". OpenAI alone.")

  /// Of these only the provider that is named knows anything.
  static let elevenLabsOnly = [stability, similarity]
  static let openAIOnly = [manner]

  static let spec = TableSpec(
    "voice", doc: "The voice of a persona.",
    keys: [provider, id, model, speed, stability, similarity, manner])
}

extension Speaking {
  /// Nil if the persona says nothing of a voice, or something wrong, which is reported then.
  init?(_ reader: TableReader) {
    guard let value = reader[PersonaKeys.voice] else { return nil }
    if let flag = value.bool {
      if flag {
        reader.report(
          PersonaKeys.voice, "voice = true in \(reader.subject) does not say which",
          hint: #"write voice = { provider = "elevenlabs", id = "..." }"#)
        return nil
      }
      self = .off
      return
    }
    guard let table = reader.table(PersonaKeys.voice, spec: VoiceKeys.spec),
      let provider = table[VoiceKeys.provider]?.string.flatMap(Voice.Provider.init),
      let id = table[VoiceKeys.id]?.string
    else { return nil }
    let foreign = provider == .openAI ? VoiceKeys.elevenLabsOnly : VoiceKeys.openAIOnly
    for key in foreign where table.has(key) {
      table.report(
        key, "\(key.name) in \(table.subject) means nothing to \(provider.rawValue)",
        hint: "leave it out")
    }
    if !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }) {
      table.report(
        VoiceKeys.id, "id in \(table.subject) is no voice: \"\(id)\"",
        hint: "ids are letters, digits, - and _")
    }
    let range = provider == .elevenLabs ? 0.7...1.2 : 0.25...4
    let speed = table[VoiceKeys.speed]?.number
    if let speed, !range.contains(speed) {
      table.report(
        VoiceKeys.speed,
        "speed in \(table.subject) is \(speed); \(provider.rawValue) speaks at "
          + "\(range.lowerBound) to \(range.upperBound)")
    }
    self = .voice(
      Voice(
        provider: provider, id: id, model: table[VoiceKeys.model]?.string, speed: speed,
        stability: table[VoiceKeys.stability]?.number,
        similarity: table[VoiceKeys.similarity]?.number,
        manner: table[VoiceKeys.manner]?.string))
  }
}
