import Model
import Synchronization

/// Answers as it is told, and keeps what it was asked.
final class ScriptedModel: TextModel {
  let name: String
  private let asked = Mutex<[TextRequest]>([])
  private let answer: @Sendable (TextRequest, Int) async throws -> String

  /// - Parameter answer: given the request and its number, from 1.
  init(
    name: String = "scripted",
    _ answer: @escaping @Sendable (TextRequest, Int) async throws -> String
  ) {
    self.name = name
    self.answer = answer
  }

  var requests: [TextRequest] { asked.withLock { $0 } }

  func complete(_ request: TextRequest) async throws -> TextCompletion {
    let number = asked.withLock { asked in
      asked.append(request)
      return asked.count
    }
    return TextCompletion(text: try await answer(request, number), model: name)
  }

  func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish() }
  }
}
