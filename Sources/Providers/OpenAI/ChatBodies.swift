import Foundation
import Model

/// A request in the form of platform.openai.com/docs/api-reference/chat/create.
struct ChatRequestBody: Encodable {
  struct Message: Encodable, Hashable {
    var role: String
    var content: String
  }

  var model: String
  var messages: [Message]
  var stream: Bool
  var temperature: Double?
  var maximumTokens: Int?
  var maximumCompletionTokens: Int?

  private enum CodingKeys: String, CodingKey {
    case model, messages, stream, temperature
    case maximumTokens = "max_tokens"
    case maximumCompletionTokens = "max_completion_tokens"
  }

  init(_ request: TextRequest, _ configuration: OpenAIChat.Configuration, streams: Bool) {
    model = request.model ?? configuration.model
    messages = Self.messages(of: request)
    stream = streams
    temperature = request.temperature
    // OpenAI's newer models refuse the old name, most other servers know no other.
    if configuration.baseURL.authority == "api.openai.com" {
      maximumCompletionTokens = request.maximumTokens
    } else {
      maximumTokens = request.maximumTokens
    }
  }

  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try [UInt8](encoder.encode(self))
  }

  /// The owner's instructions as the one system message, then the turns; turns of one side in a row
  /// become one message, as many local models' templates demand that sides alternate.
  static func messages(of request: TextRequest) -> [Message] {
    var messages: [Message] = []
    if !request.system.isEmpty { messages.append(Message(role: "system", content: request.system)) }
    for turn in request.turns {
      let role =
        switch turn.role {
        case .user: "user"
        case .assistant: "assistant"
        }
      if messages.last?.role == role {
        messages[messages.count - 1].content += "\n" + turn.text
      } else {
        messages.append(Message(role: role, content: turn.text))
      }
    }
    return messages
  }
}

/// A completion or one chunk of a streamed one; everything that a server may leave out is optional.
struct ChatResponseBody: Decodable {
  struct Choice: Decodable {
    var message: Message?
    var finishReason: String?

    private enum CodingKeys: String, CodingKey {
      case message, delta
      case finishReason = "finish_reason"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      message =
        try container.decodeIfPresent(Message.self, forKey: .message)
        ?? container.decodeIfPresent(Message.self, forKey: .delta)
      finishReason = try container.decodeIfPresent(String.self, forKey: .finishReason)
    }
  }

  struct Message: Decodable {
    var content: Content?
    var refusal: String?
  }

  /// A string, or a list of parts of which the text ones count.
  struct Content: Decodable {
    private struct Part: Decodable { var text: String? }

    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else {
        text = try container.decode([Part].self).compactMap(\.text).joined()
      }
    }
  }

  struct Usage: Decodable {
    var promptTokens: Int?
    var completionTokens: Int?

    private enum CodingKeys: String, CodingKey {
      case promptTokens = "prompt_tokens"
      case completionTokens = "completion_tokens"
    }
  }

  var model: String?
  var choices: [Choice]?
  var usage: Usage?
}
