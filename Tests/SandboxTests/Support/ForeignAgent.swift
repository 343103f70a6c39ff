import Foundation
import MTProto
import Model
import Sandbox
import Subprocess
import Testing

/// A client that is not ours in a process of its own, driven line by line.
actor ForeignAgent {
  /// Each has a folder with the agent that drives it; they take the same commands.
  enum Library: String {
    case telethon = "Telethon"
    case kurigram = "Kurigram"

    /// Logs in as the owner with the code that the server sends.
    func logIn(_ agent: ForeignAgent, _ server: TelegramServer) async throws {
      switch self {
      case .telethon: try await TelethonTests.logIn(agent, server)
      case .kurigram: try await KurigramTests.logIn(agent, server)
      }
    }
  }

  /// A message as the client shows it.
  struct Message: Decodable, Sendable {
    struct Media: Decodable, Sendable {
      let kind: String
      let name: String?
      let mime: String?
      let size: Int
      let duration: Double?
      /// Values of 5 bits, packed.
      let waveform: [UInt8]?
    }

    let id: Int32
    let chat: Int64
    let sender: Int64?
    let text: String?
    let out: Bool
    let replyTo: Int32?
    let entities: [TextEntity]
    let forwardedFrom: Int64?
    let media: Media?
    let reactions: [String]

    var styled: Set<TextEntity> { Set(entities) }
  }

  struct Failure: Error, CustomStringConvertible {
    let name: String
    let text: String
    var description: String { "\(name): \(text)" }
  }

  /// What an event handler told, as JSON.
  struct Event: Decodable, Sendable {
    let event: String
    var id: Int32?
    var chat: Int64?
    var sender: Int64?
    var name: String?
    var text: String?
    var out: Bool?
    var mentioned: Bool?
    var replyTo: Int32?
    var ids: [Int32]?
    var upTo: Int32?
    var outbox: Bool?
    var user: Int64?
    var typing: Bool?
    var recording: Bool?
    var online: Bool?
    var emoji: [String]?
    var entities: [TextEntity]?
    var forwardedFrom: Int64?
  }

  private struct Answer<Value: Decodable>: Decodable {
    var ok: Value?
    var error: String?
    var text: String?
  }

  private static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  private let input: StandardInputWriter
  private let answers: AsyncStream<Data>
  private let answerSink: AsyncStream<Data>.Continuation
  private let events: AsyncStream<Event>
  private let eventSink: AsyncStream<Event>.Continuation

  private init(input: StandardInputWriter) {
    self.input = input
    (answers, answerSink) = AsyncStream.makeStream()
    (events, eventSink) = AsyncStream.makeStream()
  }

  /// Hands on what the process says, until its output ends.
  private nonisolated func listen(to output: SubprocessOutputSequence) async throws {
    defer {
      answerSink.finish()
      eventSink.finish()
    }
    for try await line in output.strings(bufferingPolicy: .unbounded) {
      let data = Data(line.utf8)
      if let event = try? Self.decoder().decode(Event.self, from: data) {
        eventSink.yield(event)
      } else {
        answerSink.yield(data)
      }
    }
  }

  /// Starts a client against a server, and ends it after `body`.
  ///
  /// - Parameter proxy: host, port and secret of an MTProxy, with colons between them; or socks5, host,
  ///   port, user and password.
  static func with<Result: Sendable>(
    _ server: TelegramServer, _ library: Library = .telethon, transport: String = "abridged",
    session: String = "", proxy: String = "", _ body: (ForeignAgent) async throws -> Result
  ) async throws -> Result {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    let key = directory.url.appending(component: "server.pub")
    try Data(try server.key.publicPEM().utf8).write(to: key)
    let script = try #require(
      Bundle.module.url(forResource: "agent", withExtension: "py", subdirectory: library.rawValue))
    let arguments = [
      try Python.interpreter().path, script.path, "--host", server.host, "--port",
      String(server.port), "--key", key.path, "--transport", transport, "--session", session,
      "--proxy", proxy,
    ]
    let outcome = try await run(
      .name("env"), arguments: Arguments(arguments), input: .inputWriter, output: .sequence,
      error: .currentStandardError
    ) { execution in
      let agent = ForeignAgent(input: execution.standardInputWriter)
      return try await withThrowingTaskGroup { group in
        group.addTask { try await agent.listen(to: execution.standardOutput) }
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body(agent)) } catch { result = .failure(error) }
        // Not left to the client's good will: one that hangs would never see that its input has ended.
        // What is cancelled, by a time limit for instance, ends its process by itself.
        try execution.send(signal: .kill)
        try await group.waitForAll()
        return try result.get()
      }
    }
    let conduct = await server.conductReport().excusing(ConductRule.brokenByForeignClients)
    #expect(conduct.isFlawless, "\(conduct)")
    return outcome.closureResult
  }

  /// Sends a command and waits for its answer.
  func ask<Value: Decodable & Sendable>(
    _ command: String, _ arguments: [String: any Sendable] = [:], as type: Value.Type = Value.self
  ) async throws -> Value {
    var object: [String: Any] = arguments
    object["do"] = command
    var line = try JSONSerialization.data(withJSONObject: object)
    line.append(UInt8(ascii: "\n"))
    _ = try await input.write(Array(line))
    var iterator = answers.makeAsyncIterator()
    guard let data = await iterator.next() else {
      throw Failure(name: "ended", text: "the client's process ended before it answered \(command)")
    }
    let answer = try Self.decoder().decode(Answer<Value>.self, from: data)
    if let error = answer.error { throw Failure(name: error, text: answer.text ?? "") }
    guard let value = answer.ok else { throw Failure(name: "null", text: command) }
    return value
  }

  /// The next event of one kind; others on the way are passed over.
  func next(_ kind: String) async throws -> Event {
    for await event in events where event.event == kind { return event }
    throw Failure(name: "ended", text: "no \(kind) came before the client's process ended")
  }
}
