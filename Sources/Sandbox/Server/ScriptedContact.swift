package import Model

/// The hand of a script on one person of the world: an invented contact, or the owner at another
/// device. Chats and ids are those of this person.
package struct ScriptedContact: Sendable {
  package let server: TelegramServer
  package let id: Int64

  /// - Returns: the message as it lies in this person's mailbox.
  @discardableResult
  package func send(
    _ text: String, to chat: PeerID, replyTo: Int32? = nil
  ) async throws(Refusal) -> StoredMessage {
    let submission = Submission(to: chat, text, replyTo: replyTo)
    let id = id
    return try await server.act { world throws(Refusal) in
      try world.send(submission, from: id).message
    }
  }

  /// Sends a photo or document; the text is its caption.
  @discardableResult
  package func send(
    _ content: [UInt8], form: StoredFile.Form, name: String? = nil,
    mimeType: String = "application/octet-stream", dc: Int32? = nil, caption: String = "",
    to chat: PeerID
  ) async throws(Refusal) -> StoredMessage {
    let id = id
    return try await server.act { world throws(Refusal) in
      let file = try world.addFile(
        content, form: form, name: name, mimeType: mimeType, dc: dc)
      var submission = Submission(to: chat, caption)
      submission.file = file.id
      return try world.send(submission, from: id).message
    }
  }

  package func type(
    _ activity: Activity = .typing, in chat: PeerID
  ) async throws(Refusal) {
    let id = id
    try await server.act { world throws(Refusal) in
      try world.show(activity, in: chat, by: id)
    }
  }

  /// Comes online, or goes.
  package func appear(_ presence: Person.Presence) async {
    let id = id
    await server.change { world in world.setPresence(presence, of: id) }
  }

  /// Leaves something in the chat's input box; an empty text takes it away.
  package func draft(_ text: String, in chat: PeerID) async {
    let id = id
    await server.change { world in
      let draft = StoredDraft(text: text, entities: [], replyTo: nil, date: world.now)
      world.saveDraft(text.isEmpty ? nil : draft, in: chat, by: id)
    }
  }

  /// Leaves a group or channel.
  package func leave(_ chat: PeerID) async {
    let id = id
    await server.change { world in world.remove(id, from: chat) }
  }

  /// Reads the chat up to a message; 0: to its end.
  package func read(_ chat: PeerID, upTo message: Int32 = 0) async throws(Refusal) {
    let id = id
    _ = try await server.act { world throws(Refusal) in
      try world.read(chat, upTo: message, by: id)
    }
  }

  package func edit(
    _ message: Int32, in chat: PeerID, to text: String
  ) async throws(Refusal) {
    let id = id
    _ = try await server.act { world throws(Refusal) in
      try world.edit(message, in: chat, to: text, by: id)
    }
  }

  /// Takes messages of private chats and groups away, for everybody; ids are those of this person.
  package func delete(_ messages: [Int32]) async throws(Refusal) {
    let id = id
    _ = try await server.act { world throws(Refusal) in
      world.delete(messages, revoke: true, by: id)
    }
  }

  package func react(
    with emoji: String?, to message: Int32, in chat: PeerID
  ) async throws(Refusal) {
    let id = id
    _ = try await server.act { world throws(Refusal) in
      try world.react(with: emoji, to: message, in: chat, by: id)
    }
  }

  /// What this person notices from now on: messages, typing, reading, edits.
  package func observations() -> AsyncFilterSequence<AsyncStream<Observation>> {
    let id = id
    return server.observations().filter { $0.observer == id }
  }

  /// Messages that reach this person from now on.
  package func arrivals() -> AsyncCompactMapSequence<AsyncStream<Observation>, Arrival> {
    let id = id
    return server.observations().compactMap { observation in
      guard observation.observer == id, case .message(let arrival) = observation.kind else {
        return nil
      }
      return arrival
    }
  }
}
