package import Model

/// What every messenger must keep, checked against one that is given: the real one over the sandbox, the
/// dry run, a test's own.
///
/// Each check throws ``ContractViolation`` or what the messenger throws.
package struct MessengerContract: Sendable {
  package var messenger: any Messenger
  /// Where the checks write: a private chat, with a message of the other side in it.
  package var chat: PeerID
  /// That message.
  package var incoming: Int32
  /// A file that may be sent.
  package var attachment: Attachment
  /// Draws random ids.
  package var randomID: @Sendable () -> Int64
  /// The texts that have arrived in the chat, in order, as the other side sees them.
  package var arrived: @Sendable () async throws -> [String]

  package init(
    messenger: any Messenger, chat: PeerID, incoming: Int32, attachment: Attachment,
    randomID: @escaping @Sendable () -> Int64,
    arrived: @escaping @Sendable () async throws -> [String]
  ) {
    self.messenger = messenger
    self.chat = chat
    self.incoming = incoming
    self.attachment = attachment
    self.randomID = randomID
    self.arrived = arrived
  }

  package enum Check: String, Sendable, CaseIterable {
    case arrives, sameRandomID, order, wholeTexts, silentActs, history, file, forward
  }

  package func run(_ check: Check) async throws {
    switch check {
    case .arrives: try await arrives()
    case .sameRandomID: try await sameRandomID()
    case .order: try await order()
    case .wholeTexts: try await wholeTexts()
    case .silentActs: try await silentActs()
    case .history: try await history()
    case .file: try await file()
    case .forward: try await forward()
    }
  }

  private func send(_ text: String, randomID: Int64? = nil) async throws -> SentMessage {
    try await messenger.send(
      OutgoingMessage(
        chat: chat, text: text, replyTo: incoming, randomID: randomID ?? self.randomID()))
  }

  private func arrives() async throws {
    let sent = try await send("one message")
    try expect(sent.id != nil, "a first send tells the message's id")
    let count = try await arrived().count { $0 == "one message" }
    try expect(count == 1, "a message that was sent has arrived once")
  }

  private func sameRandomID() async throws {
    let randomID = self.randomID()
    let first = try await send("said once", randomID: randomID)
    let second = try await send("said once", randomID: randomID)
    try expect(
      second.id == nil || second.id == first.id, "the same random id is the same message")
    let count = try await arrived().count { $0 == "said once" }
    try expect(count == 1, "the same random id is executed once")
  }

  private func order() async throws {
    var ids: [Int32] = []
    for text in ["first", "second", "third"] {
      if let id = try await send(text).id { ids.append(id) }
    }
    try expect(ids == ids.sorted() && Set(ids).count == 3, "later messages have higher ids")
    let order = try await arrived().filter { ["first", "second", "third"].contains($0) }
    try expect(order == ["first", "second", "third"], "messages arrive in the order of the sends")
  }

  private func wholeTexts() async throws {
    let texts = [String(repeating: "ж", count: 4096), "line\nline", "👩‍👩‍👧 \"'<&>\\"]
    for text in texts { _ = try await send(text) }
    let all = try await arrived()
    try expect(texts.allSatisfy(all.contains), "texts arrive unchanged, up to 4096 characters")
  }

  private func silentActs() async throws {
    let before = try await arrived()
    try await messenger.show(.typing, in: chat)
    try await messenger.show(.voice, in: chat)
    try await messenger.show(.stopped, in: chat)
    try await messenger.markRead(chat, upTo: incoming)
    try await messenger.saveDraft("not yet", replyTo: nil, in: chat)
    try await messenger.saveDraft("", replyTo: nil, in: chat)
    try await messenger.react(with: "👍", to: incoming, in: chat)
    try expect(try await arrived() == before, "typing, reading, drafts and reactions say nothing")
  }

  private func history() async throws {
    let newest = try await messenger.history(of: chat, limit: 3, before: nil)
    try expect(newest.count <= 3, "no more than asked for")
    try expect(newest.map(\.id) == newest.map(\.id).sorted(by: >), "newest first")
    guard let last = newest.last else { return }
    let older = try await messenger.history(of: chat, limit: 3, before: last.id)
    try expect(older.allSatisfy { $0.id < last.id }, "the next page is older")
    try expect((newest + older).allSatisfy { $0.chat == chat }, "of this chat only")
  }

  private func file() async throws {
    let before = try await arrived()
    let upload = try await messenger.upload(attachment, from: nil, note: { _ in })
    try expect(upload.isComplete, "an upload that returns is complete")
    let again = try await messenger.upload(attachment, from: upload, note: { _ in })
    try expect(again.fileID == upload.fileID, "a complete upload is not begun anew")
    try expect(try await arrived() == before, "an upload says nothing")
    let message = OutgoingMessage(
      chat: chat, text: "with a file", attachment: attachment, upload: again,
      randomID: randomID())
    let first = try await messenger.send(message)
    let second = try await messenger.send(message)
    try expect(second.id == nil || second.id == first.id, "the same random id is the same message")
    let count = try await arrived().count { $0 == "with a file" }
    try expect(count == 1, "a file that was sent has arrived once, with its caption")
  }

  private func forward() async throws {
    let before = try await arrived().count
    let message = ForwardedMessage(chat: chat, id: incoming, to: chat, randomID: randomID())
    let first = try await messenger.forward(message)
    try expect(first.id != nil, "a first forward tells the message's id")
    let second = try await messenger.forward(message)
    try expect(second.id == nil || second.id == first.id, "the same random id is the same message")
    try expect(
      try await arrived().count == before + 1, "a message that was passed on has arrived once")
  }

  private func expect(_ condition: Bool, _ promise: String) throws {
    if !condition { throw ContractViolation(promise: promise) }
  }
}

package struct ContractViolation: Error, Sendable, CustomStringConvertible {
  package let promise: String
  package var description: String { "A messenger does not keep this: \(promise)." }
}
