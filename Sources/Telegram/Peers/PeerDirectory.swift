package import Model

/// What is remembered of peers from former runs: asked when the client itself has not seen them yet.
package struct PeerDirectory: Sendable {
  package var reference: @Sendable (PeerID) async -> PeerReference?
  package var chat: @Sendable (PeerID) async -> Chat?

  package init(
    reference: @escaping @Sendable (PeerID) async -> PeerReference? = { _ in nil },
    chat: @escaping @Sendable (PeerID) async -> Chat? = { _ in nil }
  ) {
    self.reference = reference
    self.chat = chat
  }
}
