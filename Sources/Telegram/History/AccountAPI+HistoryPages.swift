package import Model
internal import TelegramSchema

extension AccountAPI {
  /// Reads a chat's history from the newest message on, page by page, with several requests under way
  /// [B2]. Answers are decoded beside each other; `take` gets the pages one after the other, in order,
  /// and while it works the next ones come in.
  ///
  /// Flood waits are sat out as for every call; one that is too long for that ends the reading, with
  /// all pages before it handed over.
  ///
  /// - Parameters:
  ///   - before: only messages older than this one; nil: from the newest.
  ///   - since: the pages end with the first message from before; it and its page are given.
  ///   - limit: how many messages; nil: all.
  ///   - ahead: how many requests may be under way. It begins with one, so a short history costs no
  ///     more than it did without.
  ///   - take: what it throws ends the reading.
  /// - Throws: ``TelegramError``, or what `take` throws.
  package func historyPages(
    of chat: PeerID, before: Int32? = nil, since: Timestamp? = nil, limit: Int? = nil,
    ahead: Int = 8,
    _ take: (HistoryPage) async throws -> Void
  ) async throws {
    let peer = try await input(chat).inputPeer
    var paging = HistoryPaging(before: before, limit: limit ?? .max, ahead: ahead)
    var answers = OpenAnswers()
    var known: Set<PeerID> = []
    try await withThrowingTaskGroup(of: Answer.self) { group in
      // Answers that came before one that was asked for earlier.
      var early: [Int: Answer] = [:]
      var due = 0
      while true {
        while let request = paging.next() {
          group.addTask { await fetch(request, of: peer) }
        }
        guard !paging.isDone, let answer = try await group.next() else { break }
        early[answer.request.number] = answer
        while let answer = early.removeValue(forKey: due) {
          due += 1
          guard paging.counts(answer.request) else { continue }
          let fetched = try answer.result.get()
          let fresh = paging.take(
            fetched.ids, for: answer.request, total: fetched.total, isWhole: fetched.isWhole)
          guard !fresh.isEmpty else { continue }
          var page = HistoryPage(messages: fetched.messages.filter { fresh.contains($0.id) })
          if let since, let last = page.messages.last, last.date < since { paging.stop() }
          // What lies below is asked for before this is worked on.
          while let request = paging.next() {
            group.addTask { await fetch(request, of: peer) }
          }
          page.answersToOwner = answers.resolve(&page.messages)
          await introduce(fetched.named.filter { known.insert($0).inserted }, in: &page)
          try await take(page)
        }
      }
      group.cancelAll()
    }
  }

  private func fetch(_ request: HistoryPaging.Request, of peer: API.InputPeer) async -> Answer {
    do throws(TelegramError) {
      let answer = try await call(
        Methods.Messages.GetHistory(
          peer: peer, offsetId: request.offset, offsetDate: 0, addOffset: request.skip,
          limit: request.limit, maxId: 0, minId: 0, hash: 0))
      let page = MessagePage(answer)
      book.learn(users: page.users, chats: page.chats)
      let mapper = book.mapper(for: account)
      let fetched = FetchedPage(
        ids: page.messages.map(\.id), messages: page.messages.compactMap(mapper.message),
        named: page.named, total: page.total, isWhole: page.isWhole)
      return Answer(request: request, result: .success(fetched))
    } catch {
      return Answer(request: request, result: .failure(error))
    }
  }

  /// Adds what is known of these people and chats.
  private func introduce(_ peers: [PeerID], in page: inout HistoryPage) async {
    for peer in peers {
      if let reference = await book.reference(to: peer) { page.peers.append(reference) }
      if let chat = await book.chat(peer) { page.chats.append(chat) }
      if case .user(let id) = peer, let contact = await book.presentableContact(id) {
        page.contacts.append(contact)
      }
    }
  }
}

private struct Answer: Sendable {
  let request: HistoryPaging.Request
  let result: Result<FetchedPage, TelegramError>
}

/// An answer, decoded.
private struct FetchedPage: Sendable {
  /// Of all messages, those that are gone among them.
  let ids: [Int32]
  let messages: [Message]
  let named: [PeerID]
  let total: Int?
  let isWhole: Bool
}
