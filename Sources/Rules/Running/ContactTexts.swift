import Model

/// Texts of contacts that a function has seen; they must not turn up in an instruction.
struct ContactTexts: Sendable {
  private let shared: SharedInput?
  private var others: [String] = []

  /// The message that is decided, and who wrote it where.
  init(of shared: SharedInput?) { self.shared = shared }

  init(_ texts: [String]) {
    shared = nil
    others = texts
  }

  mutating func add(_ texts: some Sequence<String>) { others += texts }

  /// Whether an instruction quotes a contact. Short texts are let pass: "ok" occurs anywhere. Names are the
  /// contact's own words, too; but only long ones have room for an instruction.
  func occur(in instruction: String) -> Bool {
    let occurs = { (text: String, least: Int) in text.count >= least && instruction.contains(text) }
    if let input = shared?.input {
      let texts = [input.message.text, input.message.transcript?.text].compactMap(\.self)
      let names = [input.sender?.fullName, input.chat.title].compactMap(\.self)
      if texts.contains(where: { occurs($0, 12) }) || names.contains(where: { occurs($0, 24) }) {
        return true
      }
    }
    return others.contains { occurs($0, 12) }
  }
}
