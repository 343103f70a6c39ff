package import Model
import Scripting

/// Answers that stand for those of the web and of Telegram, for tools.
package enum WebAnswer {
  /// The URL as it is asked for; nil if rules cannot ask for it.
  package static func address(_ text: String) -> String? { (try? WebAddress(text))?.url }

  /// `{"id": 5}`, or `error FLOOD_WAIT_17`; nil for what is neither.
  package static func method(_ text: String) -> Result<String, MethodFailure>? {
    let words = text.split(separator: " ")
    if words.count == 2, words[0] == "error" {
      return .failure(MethodFailure(refusal: String(words[1])))
    }
    guard let value = try? JSONText.decode(text), value.table != nil else { return nil }
    return .success(text)
  }
}

extension MethodFailure {
  /// As Telegram writes it: `FLOOD_WAIT_17`.
  init(refusal: String) {
    let parts = refusal.split(separator: "_")
    let seconds = parts.last.flatMap { Int($0) }
    self.init(
      code: seconds == nil ? refusal : parts.dropLast().joined(separator: "_"), seconds: seconds,
      message: "Telegram refuses: \(refusal)")
  }
}
