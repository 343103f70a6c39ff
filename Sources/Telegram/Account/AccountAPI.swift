package import Model
internal import TelegramSchema

/// What can be asked of Telegram about one account, in the engine's words.
package struct AccountAPI: Sendable {
  package let account: AccountID
  package let call: APICaller
  package let book: PeerBook
  /// What carries files beside the main connection; nil where there is one connection for everything.
  let files: FileConnections?

  let clock: WallClock

  package init(
    account: AccountID, call: APICaller, book: PeerBook, files: FileConnections? = nil,
    clock: WallClock = .system
  ) {
    self.account = account
    self.call = call
    self.book = book
    self.files = files
    self.clock = clock
  }

  /// How to address the peer.
  ///
  /// - Throws: ``TelegramError`` with code `unknownPeer` if the account has never seen it.
  package func input(_ peer: PeerID) async throws(TelegramError) -> PeerReference {
    if let reference = await book.reference(to: peer) { return reference }
    // Saved Messages: nobody has to introduce the account to itself.
    if peer == .user(account.rawValue) {
      _ = try await me()
      if let reference = await book.reference(to: peer) { return reference }
    }
    throw TelegramError(
      .unknownPeer,
      "No access hash is known for \(peer): this account has not met it yet. List the dialogs "
        + "once, or name it by @username or +phone.")
  }
}
