/// A line to the owner that is said again, step by step, until they react.
package struct Escalation: Sendable, Hashable, Codable {
  package var text: String
  /// When it is said again, in milliseconds from the first time; ascending.
  package var after: [Int64]
  /// Where the message itself goes with the last step.
  package var forward: Forwarding?
  /// Which time this is, from 0.
  package var step: Int

  package init(text: String, after: [Int64], forward: Forwarding? = nil, step: Int = 0) {
    self.text = text
    self.after = after
    self.forward = forward
    self.step = step
  }

  /// Each time that it is said, with how long after the first.
  package var steps: [(step: Escalation, wait: Duration)] {
    ([0] + after).enumerated().map { index, wait in
      var step = self
      step.step = index
      return (step, .milliseconds(wait))
    }
  }

  /// What is said at this step.
  package var line: String {
    step == 0 ? text : "\(text) (\(step + 1) of \(after.count + 1): nobody has reacted)"
  }

  package var isLast: Bool { step == after.count }
}
