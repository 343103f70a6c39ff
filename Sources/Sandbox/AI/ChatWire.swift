import Foundation

/// The JSON forms of what the server sends; names as on the wire
/// (platform.openai.com/docs/api-reference/chat).
enum ChatWire {
  struct Completion: Encodable {
    struct Message: Encodable {
      let role = "assistant"
      var content: String?
      var refusal: String?
    }

    struct Choice: Encodable {
      let index = 0
      var message: Message
      var finishReason: String?
    }

    let id: String
    let object = "chat.completion"
    let created = 0
    var model: String
    var choices: [Choice]
    var usage: Usage?
  }

  struct Chunk: Encodable {
    struct Delta: Encodable {
      var role: String?
      var content: String?
      var refusal: String?
    }

    struct Choice: Encodable {
      let index = 0
      var delta: Delta
      var finishReason: String?
    }

    let id: String
    let object = "chat.completion.chunk"
    let created = 0
    var model: String
    var choices: [Choice]
    var usage: Usage?
  }

  struct Usage: Encodable {
    var promptTokens: Int
    var completionTokens: Int
    var totalTokens: Int

    /// Four bytes to a token: a figure to work with, not a tokenizer.
    init(request: ChatRequest?, answer: String) {
      let prompt = request?.messages.reduce(0) { $0 + $1.content.utf8.count } ?? 0
      promptTokens = (prompt + 3) / 4
      completionTokens = (answer.utf8.count + 3) / 4
      totalTokens = promptTokens + completionTokens
    }
  }

  struct Failure: Encodable {
    struct Detail: Encodable {
      var message: String
      var type: String
      var param: String?
      var code: String?
    }

    var error: Detail

    init(_ failure: ChatFailure) {
      error = Detail(
        message: failure.message, type: failure.type, param: failure.parameter, code: failure.code)
    }
  }

  struct Models: Encodable {
    struct Model: Encodable {
      let id: String
      let object = "model"
      let created = 0
      let ownedBy = "sandbox"
    }

    let object = "list"
    var data: [Model]
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
