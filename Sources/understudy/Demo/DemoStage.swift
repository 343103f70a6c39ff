import Engine
import Foundation
import Model
import Sandbox

/// Where the demo plays: the sandbox's server and people, the owner's home, and the twin as a process
/// of its own.
actor DemoStage {
  private let server: TelegramServer
  private let day: DemoDay
  private let home: URL
  private let environment: [String: String]
  private let narrator: DemoNarrator
  private let models: ChatServer
  private var twin: TwinProcess?
  private var reader: Task<Void, Never>?
  private(set) var ledger = DemoLedger()
  private let reloads: AsyncStream<Void>
  private let reloaded: AsyncStream<Void>.Continuation

  /// Two-step verification's password of the invented owner.
  static let password = "a scarf is no hat"

  init(
    server: TelegramServer, models: ChatServer, day: DemoDay, home: URL, narrator: DemoNarrator
  ) {
    self.server = server
    self.models = models
    self.day = day
    self.home = home
    self.narrator = narrator
    (reloads, reloaded) = AsyncStream.makeStream()
    // Nothing of the user's own settings may reach the demo.
    environment = [
      "UNDERSTUDY_HOME": home.path, "HOME": home.path,
      "TELEGRAM_SERVER": "\(server.host):\(server.port)",
      "TELEGRAM_SERVER_KEY": home.path + "/server.pem",
      "OPENAI_BASE_URL": models.baseURL, "OPENAI_MODEL": "sandbox",
      "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": home.path,
    ]
  }

  // MARK: The owner

  /// Writes the home: the server's public key and the shipped rules.
  func prepare() throws {
    try FileManager.default.createDirectory(
      at: rules, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data(server.key.publicPEM().utf8).write(to: home.appending(component: "server.pem"))
    for file in ShippedRules.files {
      try Data(file.text.utf8).write(to: rules.appending(component: file.name))
    }
  }

  /// Logs the owner in, as a person would, with the code that the sandbox delivers.
  func logIn() async throws {
    let codes = server.loginCodes()
    let login = try TwinProcess(["login"], environment: environment, log: log)
    try login.enter(Cast.ownerPhone)
    narrator.note("The owner's phone: \(Cast.ownerPhone)", at: day.clock.now)
    for await code in codes {
      narrator.note("The code that Telegram delivers: \(code.code)", at: day.clock.now)
      try login.enter(code.code)
      try login.enter(Self.password)
      break
    }
    guard let ending = await login.ending(), ending.status == 0 else { throw failure("login") }
    narrator.note("Logged in, two-step verification included", at: day.clock.now)
  }

  func startTwin() async throws {
    let twin = try TwinProcess(
      ["run", "--events", "--clock", ClockOption(day.schedule).argument],
      environment: environment, log: log)
    self.twin = twin
    let (ready, isReady) = AsyncStream<Void>.makeStream()
    reader = Task { [weak self] in
      for await line in twin.lines {
        guard let event = try? JSONDecoder().decode(EngineEvent.self, from: Data(line.utf8)) else {
          continue
        }
        if case .ready = event.kind { isReady.yield() }
        await self?.take(event)
      }
      isReady.finish()
    }
    for await _ in ready { return }
    throw failure("run")
  }

  /// Ends the twin in order; nothing that waits is lost by it.
  func stopTwin() async throws {
    twin?.terminate()
    guard let ending = await twin?.ending(), ending.status == 0, !ending.wasKilled else {
      throw failure("run")
    }
    await reader?.value
  }

  /// Whatever happened, no process stays behind.
  func clear() { twin?.kill() }

  // MARK: What scenes do

  func write(_ text: String, from contact: Int64, to chat: PeerID? = nil) async throws {
    try await server.contact(contact).send(text, to: chat ?? .user(Cast.owner))
  }

  func writeAsOwner(_ text: String, to contact: Int64) async throws {
    try await server.contact(Cast.owner).send(text, to: .user(contact))
  }

  func wait(seconds: Int64) async throws { try await day.clock.sleep(for: .seconds(seconds)) }

  func edit(_ file: String, adding text: String) async throws {
    let path = rules.appending(component: file)
    try Data((String(contentsOf: path, encoding: .utf8) + text).utf8)
      .write(to: path, options: .atomic)
    narrator.note("The owner adds a rule to \(file) and saves", at: day.clock.now)
    for await _ in reloads { return }
  }

  /// The next message that the twin sends is carried out, its answer is lost, and the twin is killed.
  func killDuringNextSend() async throws {
    let method = "messages.sendMessage"
    let calls = server.executedCalls()
    await server.plan(.loseAnswer, for: method)
    for await call in calls where call.method == method { break }
    twin?.kill()
    _ = await twin?.ending()
    await reader?.value
    narrator.note(
      "kill -9: Telegram has the message, the twin has no answer yet", at: day.clock.now)
  }

  func see(_ observation: Observation) {
    guard case .message(let arrival) = observation.kind else { return }
    if observation.observer == Cast.owner, arrival.author != Cast.owner {
      ledger.receive(arrival)
      narrator.heard(arrival, at: day.clock.now)
    } else if arrival.author == Cast.owner, speaksFor(observation.observer, arrival.chat) {
      // What the owner's own hand wrote carries no random id.
      if arrival.randomID != nil { ledger.arrive(arrival) }
      narrator.arrived(arrival, at: observation.observer, day.clock.now)
    }
  }

  // MARK: Inside

  private var rules: URL { home.appending(component: "rules") }
  private var log: URL { home.appending(component: "twin.log") }

  private func take(_ event: EngineEvent) {
    ledger.take(event)
    narrator.told(event)
    if case .reload = event.kind { reloaded.yield() }
  }

  /// A group message reaches many; one of them stands for all.
  private func speaksFor(_ observer: Int64, _ chat: PeerID) -> Bool {
    switch chat {
    case .user: observer != Cast.owner
    case .group, .channel: observer == Cast.ben
    }
  }

  private func failure(_ command: String) -> CommandError {
    let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    let tail = text.split(separator: "\n").suffix(5).joined(separator: "\n")
    return CommandError(.problems, "'understudy \(command)' failed in the demo:\n\(tail)")
  }
}
