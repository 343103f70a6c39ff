import Cryptography
import Engine
import Foundation
import Logging
import MTProto
import Model
import Sandbox
import Synchronization
import Telegram

/// The twins and the server that they talk to over TCP, on one clock that moves only when nothing else
/// does.
struct SimulationStage: Sendable {
  let town: Town
  let time: SimulatedTime
  let executor: SimulationExecutor
  let server: TelegramServer
  let twins: [SimulatedTwin]
  let tally: Tally
  let course: Course

  static let start = Timestamp(seconds: 1_772_550_000)
  /// Short, so that an hour sees several of each.
  private static let temporaryKeyLife = Duration.seconds(900)
  private static let saltLife = Duration.seconds(600)

  /// - Parameters:
  ///   - folder: where the twins keep their databases.
  ///   - course: is told of what the twins report.
  static func make(
    _ storm: Storm, folder: URL, course: Course
  ) async throws -> SimulationStage {
    let town = Town(plan: storm.plan)
    let time = SimulatedTime(start)
    let tally = Tally(course: course)
    let executor = try await SimulationExecutor()
    // Not in the folder, whose name may be longer than a socket's may.
    let socket = FileManager.default.temporaryDirectory.appending(path: "soak-\(UUID()).sock").path
    var settings = TelegramServer.Configuration()
    settings.random = .seeded(storm.seed)
    settings.eventLoops = executor.group
    settings.socketPath = socket
    settings.moment = time.moment
    settings.waits = time.clock
    settings.saltLife = saltLife
    settings.logger = quietLogger
    // Half of all storms get their messages in the short forms.
    settings.prefersShortUpdates = storm.seed.isMultiple(of: 2)
    let server = try await TelegramServer.start(
      world: town.world(seed: storm.seed, clock: time.clock), key: .withoutSecret(),
      configuration: settings)
    course.leaveOut(address: "\(server.host):\(server.port)")
    let twins = try town.owners.enumerated().map { number, owner in
      try SimulatedTwin(
        account: AccountID(owner), folder: folder, time: time,
        configuration: client(
          of: server, on: executor, time: time, seed: storm.seed &+ UInt64(number) &+ 1),
        randomID: .seeded(storm.seed ^ UInt64(bitPattern: owner)),
        events: { tally.note($0, of: AccountID(owner)) }, died: { tally.noteDeath(of: $0) })
    }
    return SimulationStage(
      town: town, time: time, executor: executor, server: server, twins: twins, tally: tally,
      course: course)
  }

  private static func client(
    of server: TelegramServer, on executor: SimulationExecutor, time: SimulatedTime, seed: UInt64
  ) -> ClientConfiguration {
    var client = ClientConfiguration(
      apiID: 12345, apiHash: Secret("0123456789abcdef0123456789abcdef"),
      servers: TelegramServers(
        address: ServerAddress(dc: 2, host: server.host, port: server.port),
        key: server.key.key.publicKey))
    client.clock = time.clock
    client.waits = time.clock
    client.moment = time.moment
    client.spread = .seeded(seed)
    // Even the keys, since sets and dictionaries are in the order of what they hold.
    client.random = .seeded(~seed)
    client.eventLoops = executor.group
    client.temporaryKeyLife = temporaryKeyLife
    client.logger = quietLogger
    return client
  }

  private static var quietLogger: Logger {
    var logger = Logger(label: "understudy.simulation")
    logger.logLevel = .critical
    return logger
  }

  /// Runs server and twins while `body` works, and ends them with it. All of it is on the executor.
  func run<Value: Sendable>(
    _ body: @Sendable () async throws -> Value
  ) async throws -> Value {
    let result = await withTaskExecutorPreference(executor) { await attempt(body) }
    try await executor.shutDown()
    return try result.get()
  }

  private func attempt<Value: Sendable>(
    _ body: @Sendable () async throws -> Value
  ) async -> Result<Value, any Error> {
    await withTaskGroup(of: Result<Void, any Error>.self) { group in
      group.addTask {
        do { try await server.run() } catch is CancellationError {} catch { return .failure(error) }
        return .success(())
      }
      for twin in twins {
        group.addTask {
          await twin.run()
          return .success(())
        }
      }
      let result: Result<Value, any Error>
      do {
        result = .success(try await body())
      } catch {
        result = .failure(error)
      }
      group.cancelAll()
      for await ended in group {
        if case .failure(let error) = ended { return .failure(error) }
      }
      return result
    }
  }

  /// Lets the clock run from one thing that waits to the next, until the work is done.
  func drive<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let outcome = Outcome<Value>()
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await outcome.settle(work) }
      while true {
        await executor.stillness()
        if let result = outcome.result { return try result.get() }
        guard let next = time.manual.nextDeadline else { continue }
        time.manual.advance(to: next)
      }
    }
  }

  private final class Outcome<Value: Sendable>: Sendable {
    private let held = Mutex<Result<Value, any Error>?>(nil)

    var result: Result<Value, any Error>? { held.withLock(\.self) }

    func settle(_ work: @Sendable () async throws -> Value) async {
      let result: Result<Value, any Error>
      do {
        result = .success(try await work())
      } catch {
        result = .failure(error)
      }
      held.withLock { $0 = result }
    }
  }

  /// Logs all accounts in, by the codes that the server sends.
  func logIn() async throws {
    for (number, twin) in twins.enumerated() {
      let session = try await drive { [server] in
        let client = try TelegramClient(configuration: twin.configuration)
        return try await Self.logIn(
          client, phone: PhoneNumber(Town.phone(of: number)), codes: server.loginCodes())
      }
      twin.keep(session)
    }
  }

  private static func logIn(
    _ client: TelegramClient, phone: PhoneNumber, codes: AsyncStream<LoginCode>
  ) async throws -> SavedSession {
    try await withThrowingTaskGroup(of: SavedSession?.self) { group in
      group.addTask {
        try await client.run()
        return nil
      }
      group.addTask {
        let flow = LoginFlow(client)
        let sent = try await flow.sendCode(to: phone)
        for await code in codes {
          _ = try await flow.signIn(sent, code: code.code)
          break
        }
        return await client.session
      }
      defer { group.cancelAll() }
      while let ended = try await group.next() {
        if let session = ended { return session }
      }
      throw CancellationError()
    }
  }
}
