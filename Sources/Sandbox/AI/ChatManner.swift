import Foundation
import Model

/// What the sandbox's model says when no test scripts it: short lines that take up the contact's
/// words, in their language and in the manner that the persona's system text asks for. The same
/// request gives the same line.
package struct ChatManner: Sendable {
  package var seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  package var script: ChatScript {
    { call in
      guard let request = call.request else { return .hangUp }
      return .text(line(system: request.system, question: request.question))
    }
  }

  package func line(system: String, question: String) -> String {
    if let answer = Self.found(system: system, question: question) { return answer }
    let isRussian = question.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
    let forms =
      switch (isRussian, question.contains("?")) {
      case (true, true): Self.russianAnswers
      case (true, false): Self.russianRemarks
      case (false, true): Self.englishAnswers
      case (false, false): Self.englishRemarks
      }
    var generator = SeededGenerator(seed: seed, text: question)
    let form = forms[Int(generator.next() % UInt64(forms.count))]
    let topic = question.longestWord ?? (isRussian ? "это" : "that")
    let line = form.replacing("TOPIC", with: topic)
    return Self.wantsLowerCase(system) ? line.lowercased() : line
  }

  /// What `ai.classify` and `ai.extract` of rules are answered, known by what they ask for: the label
  /// that occurs in the text, else the first; an object that says nothing was found.
  private static func found(system: String, question: String) -> String? {
    if system.contains("Answer with one JSON object with these keys and nothing else") {
      return "{}"
    }
    let asked = "Answer with one of them, exactly as it stands here, and nothing else: "
    guard let start = system.range(of: asked, options: .backwards)?.upperBound else { return nil }
    let labels = system[start...].split(separator: "\n").first?.split(separator: ", ") ?? []
    let text = question.lowercased()
    return (labels.first { text.contains($0.lowercased()) } ?? labels.first).map(String.init)
  }

  private static func wantsLowerCase(_ system: String) -> Bool {
    let text = system.lowercased()
    return ["lower case", "lowercase", "lower-case", "строчн", "с маленькой буквы"]
      .contains { text.contains($0) }
  }

  private static let englishAnswers = [
    "Good question about TOPIC, let me think", "TOPIC? Yes, I think so", "Hm, TOPIC... probably",
  ]
  private static let englishRemarks = ["TOPIC, nice", "Oh, TOPIC, got it", "Ha, TOPIC indeed"]
  private static let russianAnswers = [
    "Насчёт «TOPIC» надо подумать", "«TOPIC»? Думаю, да", "Хм, «TOPIC»... наверное",
  ]
  private static let russianRemarks = ["«TOPIC», здорово", "О, «TOPIC», понятно", "Ага, «TOPIC»"]
}

extension String {
  fileprivate var longestWord: String? {
    // Who is addressed is not what is spoken of, nor is what a mark says of a sound.
    let words = hasPrefix("[") ? drop { $0 != "]" }.dropFirst() : self[...]
    let spoken = words.split(separator: " ").filter { !$0.hasPrefix("@") }
    let parts = spoken.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
    let longest = parts.filter { $0.count >= 4 }.max { $0.count < $1.count }
    return longest.map { String($0.prefix(40)).lowercased() }
  }
}
