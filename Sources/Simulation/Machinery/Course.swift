import Cryptography
import Model
import Synchronization

/// All that happens in a simulation, in its order, boiled down to one value: two runs with the same one went
/// the same way.
final class Course: Sendable {
  private struct State {
    var hash: [UInt8] = []
    var length = 0
    var address: String?
  }

  private let state = Mutex(State())
  private let log: SimulationLog?

  init(log: SimulationLog?) { self.log = log }

  /// The server's address is another one in every run.
  func leaveOut(address: String) { state.withLock { $0.address = address } }

  func note(_ at: Timestamp, _ what: String) {
    let address = state.withLock(\.address)
    let what = address.map { what.replacing($0, with: "the server") } ?? what
    log?(at, what)
    let line = Array("\(at.milliseconds) \(what)".utf8)
    state.withLock { state in
      state.hash = SHA256.hash(state.hash, line)
      state.length += 1
    }
  }

  /// How much has happened.
  var length: Int { state.withLock(\.length) }
  var digest: String { Self.text(of: state.withLock(\.hash)) }

  static func digest(of lines: [String]) -> String {
    text(of: SHA256.hash(Array(lines.joined(separator: "\n").utf8)))
  }

  private static func text(of hash: [UInt8]) -> String {
    hash.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
