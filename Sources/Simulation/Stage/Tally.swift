import Engine
import Model
import Synchronization

/// What the engines report while a storm goes on.
final class Tally: Sendable {
  private struct State {
    var events: [EngineEvent.Name: Int] = [:]
    var deaths: [AccountID] = []
    var errors: [String: Int] = [:]
  }

  private let state = Mutex(State())
  private let course: Course

  init(course: Course) { self.course = course }

  /// The longest list of different errors that is kept.
  private static let maximumErrors = 200

  func note(_ event: EngineEvent, of account: AccountID) {
    course.note(event.at, "twin \(account.rawValue % 10): \(event.kind)")
    state.withLock { state in
      state.events[event.name, default: 0] += 1
      guard case .error(let problem) = event.kind else { return }
      guard state.errors[problem.message] != nil || state.errors.count < Self.maximumErrors
      else { return }
      state.errors[problem.message, default: 0] += 1
    }
  }

  func noteDeath(of account: AccountID) { state.withLock { $0.deaths.append(account) } }

  /// Who has died at a trap since this was last asked.
  func takeDeaths() -> [AccountID] {
    state.withLock { state in
      defer { state.deaths = [] }
      return state.deaths
    }
  }

  var events: [EngineEvent.Name: Int] { state.withLock(\.events) }
  /// What went wrong inside the twins, and how often.
  var errors: [String: Int] { state.withLock(\.errors) }
}
