import ArgumentParser
import Engine
import Fetch
import Foundation
import Glibc
import Logging
import Model
import Rules
import ServiceLifecycle
import Store
import Telegram
import UnixSignals

extension EngineStep: ExpressibleByArgument {}

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Work as the account's twin, in the foreground.",
    discussion: """
      Logs to standard error. Ends cleanly on SIGINT and SIGTERM; what waits is sent at the next start. \
      Rule files are reloaded when they change, on SIGHUP and by 'understudy reload'. In an emergency \
      write /stop into Saved Messages; /start undoes it.

      Examples:
        understudy run
        understudy run --events | jq -c 'select(.event == "sent")'
      """)

  @OptionGroup var options: TelegramOptions

  @Flag(help: "One JSON object for each event on standard output.")
  var events = false

  @Flag(name: .shortAndLong, help: "Log more.")
  var verbose = false

  @Option(help: .hidden)
  var clock: ClockOption?

  /// Ends the process as a power cut would when this boundary is reached, so that tests can show what
  /// the next start makes of it.
  @Option(help: .hidden)
  var dieAt: EngineStep?

  func run() async throws {
    let home = options.homeOptions.resolveHome()
    let lock = try home.lockExisting()
    defer { withExtendedLifetime(lock) {} }
    let clock = clock?.clock ?? .system
    let fetcher = try Fetcher()
    let report = RunReport(logger: logger, events: events ? eventWriter(clock) : nil)
    // A reader that has stopped reading must not hold up the end for longer than this.
    defer { report.events?.finish(within: 2) }
    do {
      let twin = try await assemble(home: home, clock: clock, fetcher: fetcher, report: report)
      lock.note(twin.port?.socket.path ?? "")
      try await serve(twin)
    } catch {
      await fetcher.shutdown()
      throw error
    }
    await fetcher.shutdown()
  }

  private func eventWriter(_ clock: WallClock) -> EventWriter {
    EventWriter(now: { clock.now }) { [logger] in
      logger.error("nobody reads standard output any more; no further events are written")
    }
  }

  private var logger: Logger {
    var logger = Logger(label: "understudy", factory: StreamLogHandler.standardError(label:))
    logger.logLevel = verbose ? .debug : .info
    return logger
  }

  private func assemble(
    home: Home, clock: WallClock, fetcher: Fetcher, report: RunReport
  ) async throws -> Twin {
    let settings = try options.homeOptions.settings()
    let store = try home.openStore()
    let folder = RuleFolder(path: home.rules)
    let sources = try folder.read()
    let rules = try RuleSet.load(sources)
    let (session, connection) = try await options.session(in: store)
    var configuration = connection
    configuration.clock = clock
    configuration.logger = logger
    let account = session.account
    let age = session.ageInDays(at: clock.now)
    if age >= StoredSession.oldAge {
      logger.warning("the session is \(age) days old; log in again for a fresh one")
    }
    for warning in rules.warnings { logger.warning("\(warning)") }
    logger.info("answers are written by: \(Models.description(settings))")
    for line in Models.voiceDescription(settings) { logger.info("\(line.text)") }
    if let proxy = configuration.proxy { logger.info("Telegram is reached through the \(proxy)") }

    let keyLock = try KeyLock(session.authKey, home: home)
    let client = try TelegramClient(
      configuration: configuration, session: session.serverSession,
      floods: try await Connected.floods(of: account, in: store),
      foreign: try await Connected.foreign(of: account, in: store),
      save: Connected.saver(of: session, in: store))
    let telegram = TelegramAccount(
      account: account, client: client, positions: try await store.positions(of: account),
      directory: PeerDirectory(store: store, account: account))
    let owner = try await store.contact(account.rawValue, account: account) ?? session.owner
    let models = try await Models.textModel(
      settings, account: account, store: store, fetcher: fetcher, clock: clock
    ) { [logger] in logger.warning("\($0)") }
    let meter = RuleMeter()
    let engine = Engine(
      EngineParts(
        account: account, owner: owner, store: store, rules: rules, messenger: telegram.messenger,
        model: models.model, offline: models.offline, clock: clock,
        voice: Models.voice(settings, folder: home.voices, fetcher: fetcher, clock: clock),
        web: WebFetcher(fetcher: fetcher), methods: MethodPort(api: telegram.api),
        secrets: settings.ruleSecret, events: report.take,
        onStep: { [dieAt] step, _ in if step == dieAt { kill(getpid(), SIGKILL) } },
        meter: meter))
    let reloader = RuleReloader(folder: folder, clock: clock) { [logger] outcome in
      do {
        switch outcome {
        case .loaded(let rules): try await engine.reload(rules)
        case .refused(let error): try await engine.refuse(error, fingerprint: "\(error)")
        case .failing(let error):
          // One mistake may fail every case.
          let most = 10
          for problem in error.errors.prefix(most) { logger.warning("\(problem)") }
          let rest = error.errors.count - most
          let more = rest > 0 ? ", \(rest.of("line")) more in 'understudy test'" : ""
          logger.warning(
            "the rules' own tests fail\(more): no change is taken up until they pass")
        }
      } catch {
        logger.error("the rules could not be reloaded: \(error)")
      }
    }
    return Twin(
      account: telegram, engine: engine, reloader: reloader, sources: sources, keyLock: keyLock,
      port: port(home: home, reloader: reloader, meter: meter, clock: clock))
  }

  /// A twin that nobody can ask works all the same.
  private func port(
    home: Home, reloader: RuleReloader, meter: RuleMeter, clock: WallClock
  ) -> TwinPort? {
    do {
      return TwinPort(
        socket: try TwinSocket(home: home), reloader: reloader, meter: meter, clock: clock,
        started: clock.now)
    } catch {
      logger.warning("'understudy reload' and 'top' will not reach this twin: \(error)")
      return nil
    }
  }

  /// Until a signal asks for the end, or the twin cannot go on.
  private func serve(_ twin: Twin) async throws {
    let hangUps = await UnixSignalsSequence(trapping: .sighup)
    // What the library would log for debugging is the twin with all that it holds.
    var logger = logger
    logger.logLevel = max(logger.logLevel, .info)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: twin, successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .gracefullyShutdownGroup)
        ],
        gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask {
        for await _ in hangUps { twin.reloader.reload() }
      }
      defer { tasks.cancelAll() }
      try await tasks.next()
    }
  }
}
