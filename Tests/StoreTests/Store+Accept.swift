import Model

@testable import Store

extension Store {
  /// Takes a batch where only storing counts.
  ///
  /// - Returns: the messages that now wait for a decision.
  func accept(
    _ batch: EventBatch, account: AccountID, keeping isKept: @escaping @Sendable (Message) -> Bool
  ) async throws -> [Message] {
    let line = NewOutboxItem(
      target: .user(account.rawValue), lane: .notice, message: nil, rule: "host",
      action: .notify(text: ""), randomID: 1, due: .zero)
    let policy = IntakePolicy(
      monitor: { message, _, _ in isKept(message) ? "all" : nil }, covers: { _, _ in "all" },
      command: { _ in nil },
      confirmation: { _, _, _, _ in line }, alert: { _ in line }, countSince: .zero)
    let intake = try await take(
      batch, account: account, at: Timestamp(seconds: 1_800_000_000), policy: policy)
    return intake.items.compactMap { item in
      guard case .arrived(let message, _, _, _) = item else { return nil }
      return message
    }
  }
}
