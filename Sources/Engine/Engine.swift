package import Model
package import Rules
import ServiceLifecycle
import Store

/// The twin of one account: takes in what happens, decides, and carries out what was decided.
///
/// - Ordering: the messages of one chat are decided in order and its answers leave in order; chats run
///   side by side.
/// - Failure: all that is to be done stands in the store. However the process ends, the next run goes
///   on from there, and each message leaves exactly once.
/// - Time: only the injected clock counts.
package final class Engine: Service {
  private let parts: EngineParts
  private let book: RuleBook
  let lanes: Lanes
  private let signal = Signal()
  private let notices: Notices
  private let reconciler: Reconciler
  private let presence = OwnerPresence()
  private let receiver: Receiver
  private let timers: TimerKeeper
  private let ages = FileAges()
  private let housekeeper: Housekeeper
  private let scheduler: Scheduler
  private let breakers: Breakers

  package init(_ parts: EngineParts) {
    self.parts = parts
    book = RuleBook(parts.rules)
    lanes = Lanes(signal: signal)
    notices = Notices(parts: parts)
    reconciler = Reconciler(parts: parts, book: book)
    receiver = Receiver(parts: parts, book: book, presence: presence)
    let backlog = Backlog()
    let breakers = Breakers()
    let purse = Purse(parts: parts, book: book, notices: notices)
    self.breakers = breakers
    housekeeper = Housekeeper(parts: parts, book: book)
    timers = TimerKeeper(
      parts: parts, book: book, notices: notices, presence: presence, breakers: breakers,
      ages: ages, purse: purse)
    scheduler = Scheduler(
      parts: parts, book: book, lanes: lanes, signal: signal,
      decider: Decider(
        parts: parts, book: book, lanes: lanes, notices: notices, reconciler: reconciler,
        presence: presence, breakers: breakers, ages: ages, purse: purse),
      performer: Performer(
        parts: parts, book: book, lanes: lanes, notices: notices,
        composer: Composer(
          parts: parts, purse: purse, styles: StyleKeeper(parts: parts, book: book)),
        backlog: backlog),
      notices: notices, backlog: backlog, timers: timers, housekeeper: housekeeper)
  }

  /// Takes up what a former run left, reports `ready`, and works until it is shut down or cancelled.
  /// The queue stays in the store.
  ///
  /// - Throws: `StoreError` if the store cannot be read at the start.
  package func run() async throws {
    let pending = try await parts.store.pending(of: parts.account)
    try await noteFiles(of: book.current)
    try await breakers.load(from: parts.store, account: parts.account)
    _ = try await reconciler.reconcile(pending)
    if let voice = parts.voice {
      voice.folder.sweep(
        of: parts.account, keeping: try await parts.store.openItems(of: parts.account),
        isStart: true)
    }
    _ = try await reconciler.dropOrphans(among: try await parts.store.waiting(of: parts.account))
    try await timers.reconcile()
    try await housekeeper.begin()
    let summary = try await parts.store.summary(of: parts.account, since: parts.clock.now)
    parts.emit(
      .ready(
        EngineEvent.Ready(
          account: parts.account, owner: parts.owner.fullName, rules: book.current.fingerprint,
          pending: summary.pending, undecided: summary.undecided, halted: summary.isHalted)))
    await workUntilShutDown()
  }

  /// The library's `cancelWhenGracefulShutdown` starts tasks of their own when it is cancelled, which no
  /// caller's executor runs.
  private func workUntilShutDown() async {
    let end = Signal()
    await withTaskGroup(of: Void.self) { [scheduler, parts] group in
      group.addTask { await scheduler.run() }
      group.addTask {
        await withGracefulShutdownHandler {
          await end.wait(until: nil, on: parts.clock)
        } onGracefulShutdown: {
          end.raise()
        }
      }
      await group.next()
      group.cancelAll()
    }
  }

  /// Accepts what Telegram reports. When it returns, everything that counts of the batch is on disk, its
  /// positions included, and the kill switch and the owner's own messages have had their effect. Batches
  /// are to be given one after the other.
  ///
  /// What cannot be stored, on a full disk for instance, is tried again until it can: a batch that was
  /// let go would be lost, with the positions after it standing as seen. Of what can never be stored the
  /// store itself lets go, and tells.
  ///
  /// - Throws: `CancellationError` alone; then nothing of the batch was stored.
  package func accept(_ batch: EventBatch) async throws {
    var lastFailure: String?
    while true {
      do {
        try await receiver.take(batch)
        // What passes leaves nothing to do.
        if !batch.events.allSatisfy(\.isFleeting) { signal.raise() }
        return
      } catch {
        try Task.checkCancellation()
        let failure = "what Telegram reports cannot be stored, trying again: \(error)"
        if failure != lastFailure {
          parts.emit(.error(EngineEvent.Problem(chat: nil, message: failure)))
        }
        lastFailure = failure
        let next = parts.clock.now.advanced(by: Backoff.ownFailure)
        try await parts.clock.sleep(until: next, tolerance: nil)
      }
    }
  }

  /// Whether the owner is at a device at the start; later changes come with the batches.
  package func note(ownPresence: Presence) { presence.note(ownPresence) }

  /// Whether a monitor covers the group or channel.
  package func reads(_ chat: Chat) -> Bool {
    book.current.monitor(for: chat, contact: nil, owner: parts.owner) != nil
  }

  private func noteFiles(of rules: any Rulings) async throws {
    ages.replace(
      with: try await parts.store.noteRuleFiles(
        rules.fileNames, account: parts.account, at: parts.clock.now))
  }

  /// Puts other rules in force and holds what is pending against them.
  package func reload(_ rules: any Rulings) async throws {
    // Before anything can be decided by a new file.
    try await noteFiles(of: rules)
    book.replace(with: rules)
    var outcome = try await reconciler.reconcile(try await parts.store.pending(of: parts.account))
    outcome.cancelled += try await reconciler.dropOrphans(
      among: try await parts.store.waiting(of: parts.account))
    try await timers.reconcile()
    try await housekeeper.begin()
    parts.emit(
      .reload(
        EngineEvent.Reload(
          rules: rules.fingerprint, kept: outcome.kept, again: outcome.again,
          cancelled: outcome.cancelled)))
    signal.raise()
  }

  /// New rule files could not be used: the former rules answer on, and the owner is told once.
  ///
  /// - Parameter fingerprint: names the refused files' state; the same state is told again only after
  ///   rules were accepted in between.
  package func refuse(_ error: RuleLoadError, fingerprint: String) async throws {
    guard book.noteRefused(fingerprint) else { return }
    parts.emit(.error(EngineEvent.Problem(chat: nil, message: error.description)))
    try await notices.post(
      "the changed rules were refused; the former ones stay in force:\n\(error)",
      once: nil)
    signal.raise()
  }

  /// The kill switch, thrown from elsewhere than Saved Messages.
  package func halt() async throws {
    let cancelled = try await parts.store.halt(parts.account, at: parts.clock.now)
    parts.emitCancelled(cancelled)
    parts.emit(.killed(EngineEvent.Halt(cancelled: cancelled.count)))
  }

  package func resume() async throws {
    try await parts.store.resume(parts.account, at: parts.clock.now)
    parts.emit(.resumed(EngineEvent.Halt(cancelled: 0)))
  }
}
