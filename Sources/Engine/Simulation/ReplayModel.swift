import Model
import Synchronization

/// Stands for the model while history is replayed: it counts what it would be asked, and answers with a
/// text that says what it is.
final class ReplayModel: TextModel {
  let name = "replay"
  private let counted = Mutex(Replay.Cost())

  var asked: Replay.Cost { counted.withLock(\.self) }

  func complete(_ request: TextRequest) async throws -> TextCompletion {
    let characters = request.turns.reduce(request.system.count) { $0 + $1.text.count }
    counted.withLock { cost in
      cost.calls += 1
      cost.promptTokens += (characters + 3) / 4
      cost.completionTokens += request.maximumTokens ?? 60
    }
    return TextCompletion(text: "(the model's answer)", model: name)
  }

  func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { continuation in
      let task = Task {
        do {
          continuation.yield(try await complete(request).text)
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
