import Foundation
import MTProto
import Sandbox
import Testing

/// A client that is not ours in a process of its own, driven line by line.
actor ForeignAgent {
  /// Each has a folder with the agent that drives it; they take the same commands.
  enum Library: String {
    case telethon = "Telethon"
    case kurigram = "Kurigram"
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

  private let process = Process()
  private let input = Pipe()
  private let answers: AsyncStream<Data>
  private let events: AsyncStream<Event>

  private init(arguments: [String], python: URL) throws {
    let (answerLines, answerSink) = AsyncStream.makeStream(of: Data.self)
    let (eventLines, eventSink) = AsyncStream.makeStream(of: Event.self)
    answers = answerLines
    events = eventLines
    let output = Pipe()
    process.executableURL = python
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    let lines = LineBuffer()
    output.fileHandleForReading.readabilityHandler = { handle in
      let data = handle.availableData
      guard !data.isEmpty else {
        handle.readabilityHandler = nil
        answerSink.finish()
        eventSink.finish()
        return
      }
      for line in lines.add(data) {
        if let event = try? Self.decoder().decode(Event.self, from: line) {
          eventSink.yield(event)
        } else {
          answerSink.yield(line)
        }
      }
    }
    try process.run()
  }

  /// Starts a client against a server, and ends it after `body`.
  ///
  /// - Parameter proxy: for Telethon; host, port and secret of an MTProxy, with colons between them; or socks5, host,
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
    let agent = try ForeignAgent(
      arguments: [
        script.path, "--host", server.host, "--port", String(server.port), "--key", key.path,
        "--transport", transport, "--session", session,
        "--proxy", proxy,
      ], python: try Python.interpreter())
    do {
      let result = try await body(agent)
      await agent.end()
      let conduct = await server.conductReport()
        .excusing(ConductRule.brokenByForeignClients)
      #expect(conduct.isFlawless, "\(conduct)")
      return result
    } catch {
      await agent.end()
      throw error
    }
  }

  /// Sends a command and waits for its answer.
  func ask<Value: Decodable & Sendable>(
    _ command: String, _ arguments: [String: any Sendable] = [:], as type: Value.Type = Value.self
  ) async throws -> Value {
    var object: [String: Any] = arguments
    object["do"] = command
    var line = try JSONSerialization.data(withJSONObject: object)
    line.append(UInt8(ascii: "\n"))
    try input.fileHandleForWriting.write(contentsOf: line)
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

  private func end() async {
    try? input.fileHandleForWriting.close()
    let process = process
    // It ends by itself once its input does.
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        process.waitUntilExit()
        continuation.resume()
      }
    }
  }
}
