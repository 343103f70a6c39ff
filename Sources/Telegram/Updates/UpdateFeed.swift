package import Model
internal import TelegramSchema

/// Follows one account: takes what the server pushes, has gaps filled, and hands out batches of events
/// in order.
///
/// Batches are held until they are taken. While as many wait as may, what the server pushes is not
/// kept but fetched again afterwards, so that a slow receiver costs time and no memory.
package actor UpdateFeed {
  private enum Input {
    case updates(IncomingUpdates)
    case answer(DifferenceRequest, DifferenceFetcher.Answer)
    case newSession
  }

  /// Batches that may wait for their receiver, and pushes that may wait to be put in order.
  package static let maximumWaiting = 256

  package let account: AccountID
  private let book: PeerBook
  private let clock: WallClock
  /// There is something to do for the loop.
  private let attention = Signal()
  /// There is something for the receiver.
  private let delivery = Signal()
  private var box: UpdateBox<API.Update>
  private var inputs: [Input] = []
  private var waitingPushes = 0
  private var hasMissed = false
  private var missedChannels: Set<Int64> = []
  private var isCurrent = false

  private var batches: [EventBatch] = []
  private var ending: Result<Void, TelegramError>?

  /// - Parameter positions: as they were stored with the last batch; none at the first start.
  package init(
    account: AccountID, positions: [UpdatePosition], book: PeerBook, clock: WallClock = .system
  ) {
    self.account = account
    self.book = book
    self.clock = clock
    box = UpdateBox(positions: positions)
  }

  // MARK: What comes in

  func push(_ updates: API.Updates) { push(IncomingUpdates(updates, account: account)) }

  func push(_ updates: IncomingUpdates) {
    guard ending == nil else { return }
    guard waitingPushes < Self.maximumWaiting else {
      hasMissed = true
      for case .channel(let id, _, _) in updates.container.entries.map(\.order) {
        missedChannels.insert(id)
      }
      return
    }
    waitingPushes += 1
    inputs.append(.updates(updates))
    attention.give()
  }

  /// The server has begun a new session: it may have forgotten what to push.
  func sessionBegan() {
    inputs.append(.newSession)
    attention.give()
  }

  /// Something arrived that could not be read; the difference has it in a readable form, or not at all.
  func pushUnreadable() {
    hasMissed = true
    attention.give()
  }

  // MARK: What goes out

  /// The next batch; nil once the feed has ended. One receiver at a time.
  ///
  /// - Throws: ``TelegramError`` if the account has to log in again.
  package func next() async throws(TelegramError) -> EventBatch? {
    while batches.isEmpty {
      if let ending {
        try ending.get()
        return nil
      }
      if Task.isCancelled { return nil }
      await delivery.wait()
    }
    defer { if batches.count < Self.maximumWaiting { attention.give() } }
    return batches.removeFirst()
  }

  /// No more batches; the receiver gets what waits, and then the end.
  func end(_ result: Result<Void, TelegramError>) {
    if ending == nil { ending = result }
    delivery.give()
    attention.give()
  }

  // MARK: The loop

  /// Works until the task is cancelled or the feed ends.
  func run(_ fetcher: DifferenceFetcher) async {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled, ending == nil {
        await processInputs()
        for request in requests() {
          group.addTask {
            let answer = await fetcher.fetch(request)
            await self.take(answer, to: request)
          }
        }
        if hasRoom, !inputs.isEmpty { continue }
        await attention.wait(until: hasRoom ? box.deadline : nil, on: clock)
      }
      group.cancelAll()
    }
    end(.success(()))
  }

  private var hasRoom: Bool { batches.count < Self.maximumWaiting }

  private func requests() -> [DifferenceRequest] {
    guard hasRoom else { return [] }
    if hasMissed {
      hasMissed = false
      box.requireDifference()
      for id in missedChannels { box.requireDifference(ofChannel: id) }
      missedChannels = []
    }
    return box.takeRequests(at: clock.now)
  }

  private func take(_ answer: DifferenceFetcher.Answer, to request: DifferenceRequest) {
    inputs.append(.answer(request, answer))
    attention.give()
  }

  private func processInputs() async {
    while hasRoom, !inputs.isEmpty, ending == nil {
      switch inputs.removeFirst() {
      case .updates(let updates):
        waitingPushes -= 1
        await accept(updates)
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
    let outcome = box.receive(container, at: clock.now)
    noteDemands(container.entries)
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
    let now = clock.now
    switch answer {
    case .state(let state):
      await hand(out: box.receive(state: UpdatePosition(state), at: now), isComplete: true)
    case .account(let difference):
      book.learn(difference)
      let mapped = AccountDifference<API.Update>(difference)
      let outcome = box.receive(mapped, at: now)
      if case .updates(let entries, _, _) = mapped { noteDemands(entries) }
      await hand(out: outcome, isComplete: mapped.isComplete)
    case .channel(let id, let difference):
      book.learn(difference)
      guard case .channel(_, let pts) = request else { return }
      let mapped = ChannelDifference<API.Update>(difference, askedFrom: pts)
      await hand(out: box.receive(mapped, ofChannel: id, at: now))
    case .failed(let error):
      if error.server?.endsSession == true {
        end(.failure(error))
        return
      }
      await hand(out: box.fail(request, because: DifferenceFailure(error), at: now))
    }
  }

  /// Updates that say no more than that there is something to fetch.
  private func noteDemands(_ entries: [UpdateEntry<API.Update>]) {
    for entry in entries {
      switch entry.payload {
      case .updateChannelTooLong(let it)?:
        box.requireDifference(ofChannel: it.channelId, pts: it.pts)
      case .updatePtsChanged?: box.requireDifference()
      default: break
      }
    }
  }

  private func hand(
    out outcome: UpdateOutcome<API.Update>, isComplete: Bool = false
  ) async {
    // The first batch after the start is handed out even if it is empty: the account is up to date.
    let isFirst = isComplete && !isCurrent
    if isComplete { isCurrent = true }
    guard !outcome.isEmpty || isFirst else { return }
    var mapper = EventMapper(account: account, book: book)
    mapper.add(outcome)
    batches.append(await mapper.finished())
    delivery.give()
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
