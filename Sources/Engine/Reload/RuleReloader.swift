package import Model
package import Rules

/// Keeps the rules in force equal to what the folder holds: all or nothing, the last good set kept. A
/// set has to pass its own tests before it comes into force.
package struct RuleReloader: Sendable {
  package enum Outcome: Sendable {
    case loaded(RuleSet)
    /// The old set stays in force. Told once for each content of the folder.
    case refused(RuleLoadError)
  }

  /// How often the folder is compared by content, for what a watch misses.
  package static let pollInterval = Duration.seconds(30)

  private enum Trigger {
    case changed, wake, compare
  }

  private let folder: RuleFolder
  private let clock: WallClock
  private let apply: @Sendable (Outcome) async -> Void
  private let triggers: AsyncStream<Trigger>
  private let sink: AsyncStream<Trigger>.Continuation

  /// - Parameter apply: called for each outcome, one after the other.
  package init(
    folder: RuleFolder, clock: WallClock,
    apply: @escaping @Sendable (Outcome) async -> Void
  ) {
    self.folder = folder
    self.clock = clock
    self.apply = apply
    (triggers, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(64))
  }

  /// Compares now: `understudy reload`, SIGHUP.
  package func reload() { sink.yield(.compare) }

  /// Follows the folder until its task is cancelled. `current` is what is in force already.
  package func run(from current: [RuleSource]) async {
    // Tests that cannot be read now are compared, and told, with the next change.
    var known = Snapshot.sources(current, tests: (try? folder.readTests()) ?? [])
    var settling = Settling()
    // Nil where the kernel grants none; the poll finds changes then.
    let watch = FolderWatch(folder)
    defer { withExtendedLifetime(watch) {} }
    // What changed before the watch stood.
    await compare(with: &known)
    await withTaskGroup(of: Void.self) { group in
      if let changes = watch?.changes {
        group.addTask { for await _ in changes { sink.yield(.changed) } }
      }
      group.addTask { await poll() }
      for await trigger in triggers {
        switch trigger {
        case .changed:
          settling.changed(at: clock.now)
          guard let deadline = settling.deadline else { continue }
          group.addTask { await wake(at: deadline) }
        case .wake:
          if settling.settles(at: clock.now) { await compare(with: &known) }
        case .compare:
          await compare(with: &known)
        }
      }
      group.cancelAll()
    }
  }

  private enum Snapshot: Equatable {
    case sources([RuleSource], tests: [RuleSource])
    case unreadable(RuleLoadError)
  }

  private func compare(with known: inout Snapshot) async {
    let found: Snapshot
    do {
      found = .sources(try folder.read(), tests: try folder.readTests())
    } catch {
      found = .unreadable(error)
    }
    guard found != known else { return }
    known = found
    switch found {
    case .unreadable(let error): await apply(.refused(error))
    case .sources(let sources, let tests):
      do {
        let rules = try RuleSet.load(sources)
        try await RuleTester(sources: sources, tests: tests).approve()
        await apply(.loaded(rules))
      } catch {
        await apply(.refused(error))
      }
    }
  }

  private func poll() async {
    while (try? await clock.sleep(for: Self.pollInterval)) != nil { sink.yield(.compare) }
  }

  private func wake(at deadline: Timestamp) async {
    // Cancelled only when the reloader ends.
    if (try? await clock.sleep(until: deadline)) != nil { sink.yield(.wake) }
  }
}
