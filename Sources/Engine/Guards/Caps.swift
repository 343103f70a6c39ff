import Model
import Rules
import Store

/// Which of the owner's caps are used up, by what is stored.
struct Caps: Sendable {
  let store: Store
  let account: AccountID

  func spent(
    _ caps: AccountSettings.Caps, in chat: PeerID, at now: Timestamp
  ) async throws -> [String] {
    var spent: [String] = []
    for rate in caps.chat where try await isSpent(rate, in: chat, at: now) {
      spent.append("the cap of \(Wording.rate(rate)) for one chat is used up")
    }
    for rate in caps.total where try await isSpent(rate, in: nil, at: now) {
      spent.append("the cap of \(Wording.rate(rate)) in all is used up")
    }
    return spent
  }

  private func isSpent(_ rate: Rate, in chat: PeerID?, at now: Timestamp) async throws -> Bool {
    let since = now.advanced(by: .zero - rate.per)
    return try await store.answerCount(of: account, in: chat, since: since) >= rate.count
  }
}
