package import Model

extension Chat {
  /// The least that can be said of a chat that nobody described.
  package init(unknown id: PeerID, account: AccountID) {
    let kind: Kind =
      switch id {
      case .user(account.rawValue): .saved
      // Telegram's service account (core.telegram.org/api/auth: login codes come from it).
      case .user(777_000): .service
      case .user: .private
      case .group: .group
      case .channel: .channel
      }
    self.init(id: id, kind: kind, title: "")
  }
}
