internal import Model

/// Finds out which messages answer the account's own, while a chat's history is read from its end: the
/// answer comes before what it answers.
struct OpenAnswers: Sendable {
  /// So many are remembered; what answers a message further up than that is not known for an answer
  /// to the owner.
  private static let limit = 100_000

  /// By the id of what they answer.
  private var answers: [Int32: [MessageReference]] = [:]
  private var count = 0

  /// Marks the answers among these messages.
  ///
  /// - Parameter messages: newest first, all older than those of the calls before.
  /// - Returns: messages of earlier calls that turn out to be answers.
  mutating func resolve(_ messages: inout [Message]) -> [MessageReference] {
    var found: Set<MessageReference> = []
    for message in messages {
      if message.isOutgoing {
        let resolved = answers.removeValue(forKey: message.id) ?? []
        count -= resolved.count
        found.formUnion(resolved)
      } else if let replied = message.replyTo, !message.repliesToOwner, count < Self.limit {
        answers[replied, default: []].append(message.reference)
        count += 1
      }
    }
    guard !found.isEmpty else { return [] }
    for index in messages.indices where found.remove(messages[index].reference) != nil {
      messages[index].repliesToOwner = true
    }
    return found.sorted { $0.id > $1.id }
  }
}
