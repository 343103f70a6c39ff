import Model
import Synchronization

/// Answers with the number of the message that it was asked about, unless it is out of order.
final class SimulatedModel: TextModel {
  static let outOfOrder = "The model is out of order."

  let name = "simulated"
  private let isBroken = Mutex(false)

  func fail(_ fails: Bool) { isBroken.withLock { $0 = fails } }

  func complete(_ request: TextRequest) async throws -> TextCompletion {
    guard !isBroken.withLock(\.self) else {
      throw TextModelError(code: .unreachable, message: Self.outOfOrder)
    }
    let asked = request.turns.last?.text ?? ""
    let number = asked.split(separator: " ").first { $0.first == "m" && Int($0.dropFirst()) != nil }
    return TextCompletion(text: "because of \(number ?? "nothing")", model: name)
  }

  func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { continuation in
      continuation.finish(
        throwing: TextModelError(code: .refused, message: "Nobody streams in a simulation."))
    }
  }
}
