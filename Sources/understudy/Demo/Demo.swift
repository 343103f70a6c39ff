import Foundation
import Model
import Sandbox

/// Puts the demo's parts together and plays its day.
struct Demo {
  let home: URL
  let json: Bool

  /// From what people, histories, codes and delays are drawn: each demo plays the same.
  private static let seed: UInt64 = 20
  /// Until login and start are done, the day has not begun.
  private static let preparation = Duration.milliseconds(1500)

  func play() async throws -> DemoLedger.Summary {
    let scenes = DemoScript.scenes
    let day = DemoDay(
      beginning: WallClock.system.now.advanced(by: Self.preparation), scenes: scenes)
    var world = World.populated(seed: Self.seed, clock: day.clock, history: 20)
    try world.setPassword(DemoStage.password, of: Cast.owner)
    let narrator = DemoNarrator(names: Self.names(of: world), json: json)
    let key = try ServerKey.generate()
    return try await TelegramServer.withServer(world: world, key: key) { server in
      try await ChatServer.serve(script: ChatManner(seed: Self.seed).script) { models in
        let stage = DemoStage(
          server: server, models: models, day: day, home: home, narrator: narrator)
        return try await play(scenes, on: stage, at: server, day: day, narrator: narrator)
      }
    }
  }

  private func play(
    _ scenes: [DemoScene], on stage: DemoStage, at server: TelegramServer, day: DemoDay,
    narrator: DemoNarrator
  ) async throws -> DemoLedger.Summary {
    let observations = server.observations()
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for await observation in observations { await stage.see(observation) } }
      defer { group.cancelAll() }
      do {
        try await stage.prepare()
        narrator.scene("The owner logs in", at: day.clock.now)
        try await stage.logIn()
        try await stage.startTwin()
        for scene in scenes {
          try await day.clock.sleep(until: scene.start)
          narrator.scene(scene.title, at: scene.start)
          try await scene.play(stage)
          try await day.clock.sleep(until: scene.end)
        }
        try await stage.stopTwin()
      } catch {
        await stage.clear()
        throw error
      }
      let summary = await stage.ledger.summary()
      narrator.end(summary)
      return summary
    }
  }

  private static func names(of world: World) -> [PeerID: String] {
    var names: [PeerID: String] = [:]
    for (id, person) in world.people {
      names[.user(id)] = [person.firstName, person.lastName].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    for (id, group) in world.groups { names[.group(id)] = group.title }
    for (id, channel) in world.channels { names[.channel(id)] = channel.title }
    return names
  }
}
