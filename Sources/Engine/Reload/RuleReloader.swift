package import Model
package import Rules

/// Keeps the rules in force equal to what the folder holds: all or nothing, the last good set kept. A
/// set has to pass its own tests before it comes into force.
package struct RuleReloader: Sendable {
  package enum Outcome: Sendable {
    case loaded(RuleSet)
    /// The old set stays in force. Told once for each content of the folder.
    case refused(RuleLoadError)
    /// What was in force from the start fails its own tests. It stays, but would stand in the way of
    /// every change.
    case failing(RuleLoadError)
  }

  /// How often the folder is compared by content, for what a watch misses.
  package static let pollInterval = Duration.seconds(30)

  /// What somebody who asked for a comparison is told.
  package enum Comparison: Sendable {
    /// What is in force is what the folder holds.
    case unchanged
    case loaded(RuleSet)
    /// Of just now, or of before with nothing changed since.
    case refused(RuleLoadError)
  }

  private enum Trigger {
    case changed, wake
    case compare(told: @Sendable (Comparison) -> Void)
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
  ///
  /// - Parameter told: called with the outcome, unless the reloader ends before.
  package func reload(told: @escaping @Sendable (Comparison) -> Void = { _ in }) {
    sink.yield(.compare(told: told))
  }

  /// Follows the folder until its task is cancelled. `current` is what is in force already.
  package func run(from current: [RuleSource]) async {
    // Tests that cannot be read now are compared, and told, with the next change.
    var known = Snapshot.sources(current, tests: (try? folder.readTests()) ?? [])
    var settling = Settling()
    // Nil where the kernel grants none; the poll finds changes then.
    let watch = FolderWatch(folder)
    defer { withExtendedLifetime(watch) {} }
    // What changed before the watch stood.
    var refusal: RuleLoadError?
    if case .unchanged = await compare(with: &known, &refusal) { await tryTests(of: known) }
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
          if settling.settles(at: clock.now) { _ = await compare(with: &known, &refusal) }
        case .compare(let told):
          told(await compare(with: &known, &refusal))
        }
      }
      group.cancelAll()
    }
  }

  private enum Snapshot: Equatable {
    case sources([RuleSource], tests: [RuleSource])
    case unreadable(RuleLoadError)
  }

  /// - Parameter refusal: why what is known is not in force; nil if it is.
  private func compare(
    with known: inout Snapshot, _ refusal: inout RuleLoadError?
  ) async -> Comparison {
    let found: Snapshot
    do {
      found = .sources(try folder.read(), tests: try folder.readTests())
    } catch {
      found = .unreadable(error)
    }
    guard found != known else { return refusal.map { .refused($0) } ?? .unchanged }
    known = found
    do throws(RuleLoadError) {
      let rules = try await approved(found)
      refusal = nil
      await apply(.loaded(rules))
      return .loaded(rules)
    } catch {
      refusal = error
      await apply(.refused(error))
      return .refused(error)
    }
  }

  private func tryTests(of snapshot: Snapshot) async {
    guard case .sources(let sources, let tests) = snapshot else { return }
    do throws(RuleLoadError) {
      try await RuleTester(sources: sources, tests: tests).approve()
    } catch {
      await apply(.failing(error))
    }
  }

  private func approved(_ snapshot: Snapshot) async throws(RuleLoadError) -> RuleSet {
    switch snapshot {
    case .unreadable(let error): throw error
    case .sources(let sources, let tests):
      let rules = try RuleSet.load(sources)
      try await RuleTester(sources: sources, tests: tests).approve()
      return rules
    }
  }

  private func poll() async {
    while (try? await clock.sleep(for: Self.pollInterval)) != nil { sink.yield(.compare { _ in }) }
  }

  private func wake(at deadline: Timestamp) async {
    // Cancelled only when the reloader ends.
    if (try? await clock.sleep(until: deadline)) != nil { sink.yield(.wake) }
  }
}
