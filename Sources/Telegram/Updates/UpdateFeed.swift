internal import MTProto
package import Model
internal import TelegramSchema

/// Follows one account: takes what the server pushes, has gaps filled, and hands out batches of events
/// in order.
///
/// Batches are held until they are taken. While as many wait as may, what the server pushes is not
/// kept but fetched again afterwards, so that a slow receiver costs time and no memory.
package actor UpdateFeed {
  /// Batches that may wait for their receiver.
  package static let maximumWaiting = 256
  /// Failures in a row of one request before somebody is told.
  private static let untoldFailures = 5
  /// Messages of one batch of what was fetched to fill a gap.
  private static let batchOfFound = 100

  package let account: AccountID
  private let book: PeerBook
  private let waits: WallClock
  /// What is pushed and answered.
  nonisolated let inbox: UpdateInbox
  /// There is something for the receiver.
  private let delivery = Signal()
  private var box: UpdateBox<API.Update>
  private var isCurrent = false

  private var waiting: [EventBatch] = []
  private var ending: Result<Void, TelegramError>?

  /// - Parameter positions: as they were stored with the last batch; none at the first start.
  package init(
    account: AccountID, positions: [UpdatePosition], book: PeerBook, waits: WallClock = .system
  ) {
    self.account = account
    self.book = book
    self.waits = waits
    inbox = UpdateInbox(account: account)
    box = UpdateBox(positions: positions)
  }

  // MARK: What goes out

  /// The next batch; nil once the feed has ended. One receiver at a time.
  ///
  /// - Throws: ``TelegramError`` if the account has to log in again.
  package func next() async throws(TelegramError) -> EventBatch? {
    while waiting.isEmpty {
      if let ending {
        try ending.get()
        return nil
      }
      if Task.isCancelled { return nil }
      await delivery.wait()
    }
    defer { if waiting.count < Self.maximumWaiting { inbox.signal.give() } }
    return waiting.removeFirst()
  }

  /// No more batches; the receiver gets what waits, and then the end.
  func end(_ result: Result<Void, TelegramError>) {
    if ending == nil { ending = result }
    delivery.give()
    inbox.signal.give()
  }

  // MARK: The loop

  /// Works until the task is cancelled or the feed ends.
  func run(_ fetcher: DifferenceFetcher) async -> Result<Void, TelegramError> {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled, ending == nil {
        await processInbox()
        for request in requests() {
          let since = box.knownDate(of: request)
          group.addTask {
            self.inbox.take(await fetcher.fetch(request, since: since), to: request)
          }
        }
        if hasRoom, !inbox.isEmpty { continue }
        await inbox.signal.wait(until: hasRoom ? box.deadline : nil, on: waits)
      }
      group.cancelAll()
    }
    end(.success(()))
    return ending ?? .success(())
  }

  private var hasRoom: Bool { waiting.count < Self.maximumWaiting }

  private func requests() -> [DifferenceRequest] {
    guard hasRoom else { return [] }
    let missed = inbox.takeMissed()
    if missed.isAny { box.requireDifference() }
    for (id, missed) in missed.channels.sorted(by: { $0.key < $1.key }) {
      box.requireDifference(ofChannel: id, pts: missed.upperBound, first: missed.lowerBound)
    }
    return box.takeRequests(at: waits.now)
  }

  private func processInbox() async {
    while hasRoom, ending == nil, let item = inbox.next() {
      switch item {
      case .updates(let updates): await accept(updates)
      case .answer(let request, let answer): await accept(answer, to: request)
      case .newSession: box.restart()
      }
    }
  }

  private func accept(_ updates: IncomingUpdates) async {
    book.learn(users: updates.users, chats: updates.chats)
    var container = updates.container
    guard !updates.isTooLong else {
      box.requireDifference()
      return
    }
    if !(await areKnown(updates)) {
      box.requireDifference()
      // The difference brings the message together with those it names.
      container.entries.removeAll { if case .common = $0.order { true } else { false } }
    }
    noteNewsInChannels(container.entries)
    let outcome = box.receive(container, at: waits.now)
    noteLostCount(container.entries)
    await hand(out: outcome)
  }

  /// Nobody is shown a message whose chat cannot be addressed.
  private func areKnown(_ updates: IncomingUpdates) async -> Bool {
    for peer in updates.required {
      switch peer {
      case .user, .channel: if await book.reference(to: peer) == nil { return false }
      case .group: if await book.chat(peer) == nil { return false }
      }
    }
    for case .updateNewMessage(let update) in updates.container.entries.compactMap(\.payload) {
      guard let peer = update.message.peer, peer != .user(account.rawValue) else { continue }
      if await book.reference(to: peer) == nil { return false }
    }
    return true
  }

  private func accept(
    _ answer: DifferenceFetcher.Answer, to request: DifferenceRequest
  ) async {
    let now = waits.now
    switch answer {
    case .state(let state):
      await hand(out: box.receive(state: UpdatePosition(state), at: now), isComplete: true)
    case .account(let difference, let found):
      book.learn(difference)
      let since = box.knownDate(of: request)
      if let found { await hand(out: found, since: since) }
      let mapped = AccountDifference<API.Update>(difference)
      if case .updates(let entries, _, _) = mapped { noteNewsInChannels(entries) }
      let outcome = box.receive(mapped, at: now)
      if case .updates(let entries, _, _) = mapped { noteLostCount(entries) }
      await hand(
        out: outcome, isComplete: mapped.isComplete, gap: gap(found, since: since, at: now))
    case .channel(let id, let difference, let found):
      book.learn(difference)
      guard case .channel(_, let pts) = request else { return }
      let since = box.knownDate(of: request)
      if let found { await hand(out: found, since: since) }
      let mapped = ChannelDifference<API.Update>(difference, askedFrom: pts)
      let outcome = box.receive(mapped, ofChannel: id, at: now)
      var gap = gap(found, since: since, at: now)
      if case .tooLong(let entries, _, _) = mapped { gap.messages += entries.count }
      await hand(out: outcome, gap: gap)
    case .failed(let error):
      if error.server?.endsSession == true {
        end(.failure(error))
        return
      }
      let outcome = box.fail(request, because: DifferenceFailure(error), at: now)
      await hand(out: outcome, stall: stall(request, error))
    }
  }

  /// Updates that say no more than that a channel has something to fetch. The box must know before it
  /// tells how far the account has come.
  private func noteNewsInChannels(_ entries: [UpdateEntry<API.Update>]) {
    for case .updateChannelTooLong(let it)? in entries.map(\.payload) {
      // Of a channel never seen before, all that was written since the account was last up to date.
      box.requireDifference(ofChannel: it.channelId, pts: it.pts, since: box.date)
    }
  }

  private func noteLostCount(_ entries: [UpdateEntry<API.Update>]) {
    for case .updatePtsChanged? in entries.map(\.payload) { box.requireDifference() }
  }

  /// Hands out what was fetched to fill a gap. No position moves with it: until the gap is told, an end of
  /// the process means that all of it is fetched again.
  private func hand(out found: GapFiller.Found, since: Int32) async {
    var rest = found.messages[...]
    while !rest.isEmpty {
      var mapper = EventMapper(account: account, book: book, now: waits.now)
      for message in rest.prefix(Self.batchOfFound) { mapper.add(new: message) }
      rest = rest.dropFirst(Self.batchOfFound)
      waiting.append(await mapper.finished())
      delivery.give()
    }
    for (id, pts) in found.channels {
      box.requireDifference(ofChannel: id, pts: pts, since: since)
    }
  }

  private func gap(_ found: GapFiller.Found?, since: Int32, at now: Timestamp) -> Gap {
    Gap(
      from: since > 0 ? Timestamp(seconds: Int64(since)) : nil, to: now,
      chats: found?.chats ?? 0, messages: found?.messages.count ?? 0,
      isComplete: found?.isComplete ?? false)
  }

  /// To be told of a request that fails and fails: at the fifth time, after half a minute, and then at ever
  /// greater distances.
  private func stall(_ request: DifferenceRequest, _ error: TelegramError) -> Stall? {
    // Without a connection there is nobody to answer, and that is told elsewhere.
    guard error.server != nil else { return nil }
    let failures = box.failures(of: request)
    let (rounds, rest) = failures.quotientAndRemainder(dividingBy: Self.untoldFailures)
    guard rest == 0, rounds.nonzeroBitCount == 1 else { return nil }
    var stall = Stall(requests: failures, reason: "\(error)")
    if case .channel(let id, _) = request { stall.chat = .channel(id) }
    return stall
  }

  private func hand(
    out outcome: UpdateOutcome<API.Update>, isComplete: Bool = false, gap: Gap? = nil,
    stall: Stall? = nil
  ) async {
    // The first batch after the start is handed out even if it is empty: the account is up to date.
    let isFirst = isComplete && !isCurrent
    if isComplete { isCurrent = true }
    var mapper = EventMapper(account: account, book: book, now: waits.now)
    mapper.add(outcome, gap: gap)
    if let stall { mapper.add(.stalled(stall), naming: stall.chat) }
    let batch = await mapper.finished()
    guard isFirst || !batch.isEmpty else { return }
    waiting.append(batch)
    delivery.give()
  }
}

extension EventBatch {
  fileprivate var isEmpty: Bool {
    events.isEmpty && positions.isEmpty && chats.isEmpty && contacts.isEmpty && peers.isEmpty
  }
}

extension AccountDifference {
  /// Nothing more follows.
  var isComplete: Bool {
    switch self {
    case .empty: true
    case .updates(_, _, let isFinal): isFinal
    case .tooLong: false
    }
  }
}
