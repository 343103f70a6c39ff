import Foundation
import Model

extension OpenAIChat {
  func completion(from body: [UInt8], asked model: String?) throws -> TextCompletion {
    if let detail = ProviderFailure(body: body) { throw AttemptFailure(detail) }
    let answer: ChatResponseBody
    do {
      answer = try JSONDecoder().decode(ChatResponseBody.self, from: Data(body))
    } catch {
      throw malformed("its answer is not a chat completion")
    }
    guard let choice = answer.choices?.first, let message = choice.message else {
      throw malformed("its answer holds no choice")
    }
    let text = (message.content?.text ?? "").withoutThoughts
    try requireText(text, refusal: message.refusal, finishReason: choice.finishReason)
    return TextCompletion(
      text: text, model: answer.model ?? model ?? configuration.model,
      promptTokens: answer.usage?.promptTokens, completionTokens: answer.usage?.completionTokens,
      isTruncated: choice.finishReason == "length")
  }

  /// - Throws: ``TextModelError`` that says why there is no text.
  func requireText(_ text: String, refusal: String?, finishReason: String?) throws(TextModelError) {
    if finishReason == "content_filter" {
      throw refused("its content filter stopped the answer")
    }
    guard text.allSatisfy(\.isWhitespace) else { return }
    if let refusal, !refusal.isEmpty {
      throw refused("the model declines to answer: \(shown(refusal))")
    }
    if finishReason == "length" {
      throw refused("the answer's limit was used up before any text came; allow more tokens")
    }
    throw malformed("its answer is empty")
  }
}

extension String {
  /// Without the leading `<think>…</think>` of reasoning models on servers that do not take it out:
  /// it must never reach a contact. Thoughts that do not end leave no answer.
  fileprivate var withoutThoughts: String {
    let text = drop(while: \.isWhitespace)
    guard text.hasPrefix("<think>") else { return self }
    guard let end = text.range(of: "</think>") else { return "" }
    return String(text[end.upperBound...].drop(while: \.isWhitespace))
  }
}
