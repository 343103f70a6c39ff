import Foundation

/// One piece of work in the Python of Benchmarks/Python, in a process of its own. What it is timed with
/// holds the way there and back, some tens of microseconds.
final class Python {
  enum Kind: String { case ciphers, decoder, history }

  private let child: Child
  /// Of the values that a decoder was given, those that it can read.
  private(set) var readable: [Int] = []

  init(_ kind: Kind, _ settings: [String: String]) throws {
    child = try Child(
      Place.python, [Place.repository.appending(path: "Benchmarks/Python/peer.py").path])
    let answer = try ask(["do": "ready", "kind": kind.rawValue] as [String: Any], settings)
    readable = (answer["readable"] as? [Int]) ?? []
  }

  func run(_ times: Int, _ settings: [String: Any] = [:]) throws {
    _ = try ask(["do": "run", "times": times], settings)
  }

  private func ask(
    _ request: [String: Any], _ settings: [String: Any]
  ) throws -> [String: Any] {
    var whole = request.merging(settings) { $1 }
    whole["name"] = "work"
    let line = try JSONSerialization.data(withJSONObject: whole)
    try child.tell(String(decoding: line, as: UTF8.self))
    let answer =
      try JSONSerialization.jsonObject(with: Data(child.nextLine().utf8)) as? [String: Any]
    guard let answer, answer["error"] == nil else {
      throw BenchmarkError("Python: \(answer?["error"] ?? "no answer")")
    }
    return answer
  }
}
