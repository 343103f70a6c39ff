import MTProto

/// A question whose answer is kept: the same words from the same person.
struct KeptPage: Sendable, Hashable {
  let person: Int64
  let call: [UInt8]
}

// Pages of history that are put together once, for measurements.
extension TelegramServer {
  private static let mostPages = 10_000

  func keptPage(for call: ServerCall, in key: SessionKey) -> [UInt8]? {
    guard configuration.keepsPages, let person = gateway.authorizations[gateway.owner(of: key)]
    else { return nil }
    return pages[KeptPage(person: person, call: call.body)]
  }

  func keepPage(_ outcome: Outcome, of call: ServerCall, in key: SessionKey) {
    guard configuration.keepsPages, outcome.method == "messages.getHistory",
      pages.count < Self.mostPages, case .success(let body) = outcome.result,
      let person = gateway.authorizations[gateway.owner(of: key)]
    else { return }
    pages[KeptPage(person: person, call: call.body)] = ServerSession.packed(body)
  }
}
