import Cryptography
import Engine
import Foundation
import MTProto
import Model
import Sandbox
import Testing

@testable import understudy

/// A sandbox, a model, a home that is logged in, and the program at work in it.
struct TwinStage {
  let server: TelegramServer
  let models: ChatServer
  let home: TemporaryHome
  let environment: [String: String]
  let schedule: ClockSchedule

  /// Quick enough that a test takes no time, slow enough that its steps stay apart.
  static let rules = """
    account { zone = "UTC" }
    monitor "people" { "private", contacts = true }
    persona "me" { system = "You are {{owner.first_name}}. Short." }
    delay "quick" { notice = uniform("1s", "2s"), typing = cps(60, 80) }
    rule "friends" {
      when = { monitor = "people" },
      act = ai_reply { persona = "me", delay = "quick" },
      because = "a contact wrote",
    }

    """

  /// One key for all stages: drawing one takes longer than most tests.
  private static let key = Result { try ServerKey.generate() }

  /// Stages everything, logs the owner in through the program, and hands over.
  static func run(
    rules: String = rules, script: @escaping ChatScript = { _ in .text("so it is") },
    _ body: @Sendable (TwinStage) async throws -> Void
  ) async throws {
    let home = try TemporaryHome()
    let schedule = ClockSchedule(
      real: WallClock.system.now, shown: Timestamp(seconds: 1_772_550_000), factor: 60)
    let world = World.populated(seed: 3, clock: .following(schedule), history: 4)
    let key = try key.get()
    try await TelegramServer.withServer(world: world, key: key) { server in
      try await ChatServer.serve(script: script) { models in
        try home.write(rules, to: "home/rules/people.lua")
        try home.write(try key.publicPEM(), to: "server.pem")
        let stage = TwinStage(
          server: server, models: models, home: home,
          environment: home.environment.merging([
            "TELEGRAM_SERVER": "\(server.host):\(server.port)",
            "TELEGRAM_SERVER_KEY": home.file("server.pem").path,
            "OPENAI_BASE_URL": models.baseURL,
          ]) { $1 }, schedule: schedule)
        try await stage.logIn()
        try await body(stage)
        let conduct = await server.conductReport()
        #expect(conduct.isFlawless, "\(conduct)")
      }
    }
  }

  /// Logs the owner in through the program, with these options.
  func logIn(_ options: [String] = []) async throws {
    let codes = server.loginCodes()
    let login = try TwinProcess(
      ["login"] + options, executable: Program.executable, environment: environment, log: log)
    try login.enter(Cast.ownerPhone)
    for await code in codes {
      try login.enter(code.code)
      break
    }
    #expect(await login.ending()?.status == 0)
  }

  /// Starts `run`; with `dieAt` it ends by SIGKILL at that boundary.
  func start(
    dieAt: EngineStep? = nil, environment more: [String: String] = [:]
  ) throws -> RunningTwin {
    let death = dieAt.map { ["--die-at", $0.rawValue] } ?? []
    return RunningTwin(
      try TwinProcess(
        ["run", "--events", "--clock", ClockOption(schedule).argument] + death,
        executable: Program.executable, environment: environment.merging(more) { $1 }, log: log))
  }

  /// Runs another command in the home.
  func program(
    _ arguments: [String], _ more: [String: String] = [:]
  ) async throws -> Program.Outcome {
    try await Program.run(
      arguments, home: home, environment: environment.merging(more) { $1 })
  }

  /// What the owner's account has sent to a contact in this test, as the contact's mailbox holds it.
  func answers(to contact: Int64) async -> [StoredMessage] {
    let begin = Int32(clamping: schedule.points[0].shown.seconds)
    return await server.look { world in
      let page = try? world.history(
        of: .user(Cast.owner), for: contact, HistoryQuery(limit: 100))
      return (page?.messages ?? []).filter { $0.author == Cast.owner && $0.date >= begin }
    }
  }

  func write(_ text: String, from contact: Int64 = Cast.alice) async throws {
    try await server.contact(contact).send(text, to: .user(Cast.owner))
  }

  var errors: String {
    get throws { try String(contentsOf: log, encoding: .utf8) }
  }

  private var log: URL { home.file("twin.log") }
}

/// A `run` whose events are taken one after the other.
final class RunningTwin {
  let process: TwinProcess
  private var lines: AsyncStream<String>.Iterator
  private(set) var seen: [EngineEvent] = []

  init(_ process: TwinProcess) {
    self.process = process
    lines = process.lines.makeAsyncIterator()
  }

  deinit { process.kill() }

  /// The next event that `isWanted` likes; nil once the process has ended.
  func next(where isWanted: (EngineEvent.Kind) -> Bool) async throws -> EngineEvent? {
    while let line = await lines.next() {
      let event = try JSONDecoder().decode(EngineEvent.self, from: Data(line.utf8))
      seen.append(event)
      if isWanted(event.kind) { return event }
    }
    return nil
  }

  func ready() async throws -> EngineEvent.Ready {
    let event = try await next { if case .ready = $0 { true } else { false } }
    guard case .ready(let ready)? = event?.kind else { throw Ended() }
    return ready
  }

  func sent() async throws -> EngineEvent.Sent {
    let event = try await next { if case .sent = $0 { true } else { false } }
    guard case .sent(let sent)? = event?.kind else { throw Ended() }
    return sent
  }

  /// Asks it to end and takes what it still says.
  func stop() async throws -> TwinProcess.Ending? {
    process.terminate()
    _ = try await next { _ in false }
    return await process.ending()
  }

  struct Ended: Error {}
}
