import Model

/// One stretch of the demo's day.
struct DemoScene: Sendable {
  let title: String
  let start: Timestamp
  let end: Timestamp
  /// What happens, from the start on; whoever needs time in between sleeps on the stage's clock.
  let play: @Sendable (DemoStage) async throws -> Void

  init(
    _ title: String, at start: Timestamp, minutes: Int64,
    play: @escaping @Sendable (DemoStage) async throws -> Void
  ) {
    self.title = title
    self.start = start
    end = start.advanced(by: .seconds(minutes * 60))
    self.play = play
  }
}
