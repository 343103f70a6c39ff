/// Writes text: a provider's chat model, or the offline replier.
package protocol TextModel: Sendable {
  /// How reports name it: `openai/gpt-4o-mini`, `offline`.
  var name: String { get }
  /// - Throws: ``TextModelError``, or `CancellationError` when its task ends.
  func complete(_ request: TextRequest) async throws -> TextCompletion
  /// The same, piece by piece as it comes.
  func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error>
}

/// One request to a model. What a contact wrote stands in ``Turn`` values only, never in `system`.
package struct TextRequest: Sendable, Hashable, Codable {
  package struct Turn: Sendable, Hashable, Codable {
    package enum Role: String, Sendable, Codable {
      /// The other side.
      case user
      /// The owner, or the twin in the owner's name.
      case assistant
    }

    package var role: Role
    package var text: String

    package init(role: Role, text: String) {
      self.role = role
      self.text = text
    }
  }

  /// The owner's instructions.
  package var system: String
  /// Oldest first; the last one is what is to be answered.
  package var turns: [Turn]
  /// The model by the provider's name; nil for the configured one.
  package var model: String?
  /// 0 to 2; nil for the provider's own.
  package var temperature: Double?
  /// The most tokens of the answer; nil for the provider's own.
  package var maximumTokens: Int?

  package init(
    system: String, turns: [Turn], model: String? = nil, temperature: Double? = nil,
    maximumTokens: Int? = nil
  ) {
    self.system = system
    self.turns = turns
    self.model = model
    self.temperature = temperature
    self.maximumTokens = maximumTokens
  }
}

package struct TextCompletion: Sendable, Hashable, Codable {
  package var text: String
  /// The model that answered, as the provider names it.
  package var model: String
  /// Nil where the provider does not tell.
  package var promptTokens: Int?
  package var completionTokens: Int?
  /// The provider stopped because the answer reached its limit.
  package var isTruncated: Bool

  package init(
    text: String, model: String, promptTokens: Int? = nil, completionTokens: Int? = nil,
    isTruncated: Bool = false
  ) {
    self.text = text
    self.model = model
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.isTruncated = isTruncated
  }
}

/// Why there is no answer from a model.
package struct TextModelError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, Hashable {
    /// Not reached, or no answer in time.
    case unreachable
    /// Too many requests, after all retries.
    case rateLimited
    /// The key is wrong, or the account has no credit left.
    case unauthorized, quotaExceeded
    /// The provider refuses this request: unknown model, too long, filtered.
    case refused
    /// The answer is not of the provider's own form.
    case malformed
    /// The model declines to answer: the offline replier found nothing fitting.
    case abstained
  }

  package var code: Code
  /// What went wrong and what to do; never holds a key.
  package var message: String

  package init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }
}
