import Engine
import Foundation
import Logging
import Model
import Rules

/// Answers what other commands ask the running twin.
struct TwinPort: Sendable {
  let socket: TwinSocket
  let reloader: RuleReloader
  let meter: RuleMeter
  let clock: WallClock
  let started: Timestamp

  /// Until its task is cancelled.
  func run() async {
    await withDiscardingTaskGroup { group in
      for await connection in socket.connections {
        // One that is silent holds up nobody else.
        group.addTask {
          guard let line = await connection.nextLine(),
            let request = try? JSONDecoder().decode(TwinRequest.self, from: line)
          else { return }
          answer(request.ask, to: connection)
        }
      }
    }
  }

  private func answer(_ question: TwinQuestion, to connection: TwinConnection) {
    switch question {
    case .reload:
      reloader.reload { connection.write(ReloadAnswer($0)) }
    case .top:
      let rules = meter.current.map { TopAnswer.Rule($0.key, $0.value) }
        .sorted { $0.rule < $1.rule }
      connection.write(TopAnswer(at: clock.now, since: started, rules: rules))
    }
  }
}

extension TwinConnection {
  /// Reading waits for the other side, which the threads of the pool must not.
  private static let reading = DispatchQueue(
    label: "understudy.control.reading", attributes: .concurrent)

  fileprivate func nextLine() async -> Data? {
    await withCheckedContinuation { continuation in
      Self.reading.async { continuation.resume(returning: self.line()) }
    }
  }
}
