import Model
import Rules
import Store

/// Finds what is due and starts it: one decision per chat at a time, one step per lane of the outbox.
/// What is to be done stands in the store alone; this only looks when.
struct Scheduler: Sendable {
  let parts: EngineParts
  let book: RuleBook
  let lanes: Lanes
  let signal: Signal
  let decider: Decider
  let performer: Performer
  let notices: Notices
  let backlog: Backlog
  let timers: TimerKeeper
  let housekeeper: Housekeeper

  /// Until the task is cancelled; then what runs is cancelled too, and stands in the store as far as it
  /// came.
  func run() async {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        var next: Timestamp?
        do {
          try await tellBacklog()
          // The one look at the store serves both; what a decision adds meanwhile raises the signal.
          let now = parts.clock.now
          let agenda = try await parts.store.agenda(of: parts.account, at: now)
          next = earlier(
            startDecisions(agenda.undecided, &group),
            startSteps(agenda.due, nextWake: agenda.nextWake, at: now, &group))
          next = earlier(next, startTimers(at: now, &group))
          next = earlier(next, startHousekeeping(at: now, &group))
        } catch {
          if Task.isCancelled { break }
          report(error, chat: nil)
          next = parts.clock.now.advanced(by: Backoff.ownFailure)
        }
        await signal.wait(until: next, on: parts.clock)
      }
      group.cancelAll()
    }
  }

  private func startDecisions(
    _ undecided: [MessageReference], _ group: inout DiscardingTaskGroup
  ) -> Timestamp? {
    var next: Timestamp?
    for message in undecided {
      let lane = Lanes.Lane.deciding(message.chat)
      if let pause = lanes.pause(of: lane, at: parts.clock.now) {
        next = earlier(next, pause)
      } else if lanes.begin(lane) {
        group.addTask {
          await work(lane, chat: message.chat) {
            switch try await decider.decide(message) {
            case .stopped(.stale): if book.current.account.downtime.notify { backlog.noteStale() }
            case .settling(let until): lanes.pause(lane, until: until)
            case .stopped, .decided: break
            }
          }
        }
      }
    }
    return next
  }

  private func startTimers(
    at now: Timestamp, _ group: inout DiscardingTaskGroup
  ) -> Timestamp? {
    var (due, next) = timers.agenda(at: now)
    for id in due {
      let lane = Lanes.Lane.timer(id)
      if let pause = lanes.pause(of: lane, at: now) {
        next = earlier(next, pause)
      } else if lanes.begin(lane) {
        group.addTask { await work(lane, chat: nil) { try await timers.run(id) } }
      }
    }
    return next
  }

  private func startHousekeeping(
    at now: Timestamp, _ group: inout DiscardingTaskGroup
  ) -> Timestamp? {
    guard let due = housekeeper.due else { return nil }
    let lane = Lanes.Lane.housekeeping
    if let pause = lanes.pause(of: lane, at: now) { return pause }
    guard due <= now else { return due }
    if lanes.begin(lane) {
      group.addTask { await work(lane, chat: nil) { try await housekeeper.step() } }
    }
    return nil
  }

  private func startSteps(
    _ due: [OutboxItem], nextWake: Timestamp?, at now: Timestamp,
    _ group: inout DiscardingTaskGroup
  ) -> Timestamp? {
    var next = nextWake
    lanes.forgetTyped(except: due)
    for item in due {
      guard !lanes.isBusy(item.laneKey), !lanes.isCommitting(item.message?.chat) else { continue }
      let step = item.step(at: now, typed: lanes.typed(item.id))
      if case .wait(let until) = step {
        next = earlier(next, until)
      } else if step == .send, let from = lanes.sendingFrom, from > now {
        next = earlier(next, from)
      } else if let pause = lanes.pause(of: item.laneKey, at: now) {
        next = earlier(next, pause)
      } else if lanes.begin(item.laneKey) {
        group.addTask {
          await work(item.laneKey, chat: item.target) { try await perform(item.id) }
        }
      }
    }
    return next
  }

  /// Takes the item's next step as it stands now that the lane is held: since the heads were read, it may
  /// have been taken, put off or cancelled.
  private func perform(_ id: Int64) async throws {
    guard let item = try await parts.store.outboxItem(id), item.state.isOpen else { return }
    let now = parts.clock.now
    let step = item.step(at: now, typed: lanes.typed(id))
    if step == .send, let from = lanes.sendingFrom, from > now { return }
    try await performer.perform(step, of: item)
  }

  private func work(
    _ lane: Lanes.Lane, chat: PeerID?, _ body: () async throws -> Void
  ) async {
    do {
      try await body()
    } catch  where Task.isCancelled {
      // The engine ends; what is stored is what counts.
      lanes.pause(lane, until: Timestamp(milliseconds: .max))
    } catch {
      report(error, chat: chat)
      lanes.pause(lane, until: parts.clock.now.advanced(by: Backoff.ownFailure))
    }
    lanes.end(lane)
  }

  private func report(_ error: any Error, chat: PeerID?) {
    parts.emit(.error(EngineEvent.Problem(chat: chat, message: "\(error)")))
  }

  /// Once all that waited is decided, the owner is told what was left out.
  private func tellBacklog() async throws {
    guard lanes.isIdle else { return }
    let count = backlog.take()
    guard !count.isEmpty else { return }
    let span = Wording.span(book.current.account.downtime.answer)
    try await notices.post(
      "after an interruption \(count.stale) messages were left unanswered and \(count.overdue) "
        + "answers unsent, because they were more than \(span) old", once: nil)
  }

  private func earlier(_ left: Timestamp?, _ right: Timestamp?) -> Timestamp? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }
}
