import Foundation

/// One request as it came in.
package struct ChatCall: Sendable {
  /// Counted from 1 over the server's life.
  package let ordinal: Int
  package let method: String
  package let path: String
  package let query: [(name: String, value: String)]
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]
  /// The body as a chat request; nil if it is none.
  package let request: ChatRequest?

  init(ordinal: Int, _ call: HTTPCall) {
    self.ordinal = ordinal
    method = call.method
    path = call.path
    query = call.query
    headers = call.headers
    body = call.body
    request = try? JSONDecoder().decode(ChatRequest.self, from: Data(call.body))
  }

  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// The parts of a chat request that a script may look at
/// (platform.openai.com/docs/api-reference/chat/create).
package struct ChatRequest: Sendable, Decodable {
  package struct Message: Sendable, Decodable {
    package var role: String
    /// Text parts joined where the content is a list.
    package var content: String

    private enum Key: String, CodingKey { case role, content }
    private struct Part: Decodable { var text: String? }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      role = try container.decode(String.self, forKey: .role)
      if let text = try? container.decode(String.self, forKey: .content) {
        content = text
      } else {
        content = try container.decode([Part].self, forKey: .content).compactMap(\.text).joined()
      }
    }
  }

  package struct StreamOptions: Sendable, Decodable {
    package var includeUsage: Bool?

    private enum CodingKeys: String, CodingKey { case includeUsage = "include_usage" }
  }

  package var model: String
  package var messages: [Message]
  package var stream: Bool?
  package var streamOptions: StreamOptions?
  package var temperature: Double?
  package var maximumTokens: Int?
  package var maximumCompletionTokens: Int?

  private enum CodingKeys: String, CodingKey {
    case model, messages, stream, temperature
    case streamOptions = "stream_options"
    case maximumTokens = "max_tokens"
    case maximumCompletionTokens = "max_completion_tokens"
  }

  /// What the system messages say.
  package var system: String {
    messages.filter { $0.role == "system" || $0.role == "developer" }.map(\.content)
      .joined(separator: "\n")
  }

  /// What the last user message says.
  package var question: String { messages.last { $0.role == "user" }?.content ?? "" }
}
