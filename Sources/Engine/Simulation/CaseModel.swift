package import Model
package import Rules
private import Synchronization

/// The model of a case: answers in order, the last for ever.
package final class CaseModel: TextModel {
  package let name = "case"
  private let script: Mutex<RuleCase.Model>

  package init(_ script: RuleCase.Model) { self.script = Mutex(script) }

  package func replace(with script: RuleCase.Model) { self.script.withLock { $0 = script } }

  package func complete(_ request: TextRequest) async throws -> TextCompletion {
    let answer: String? = script.withLock { script in
      guard case .answers(var answers) = script, let first = answers.first else { return nil }
      if answers.count > 1 { answers.removeFirst() }
      script = .answers(answers)
      return first
    }
    guard let answer else {
      throw TextModelError(
        code: .unreachable, message: "the case says that the model cannot be reached")
    }
    return TextCompletion(text: answer, model: name)
  }

  package func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
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
