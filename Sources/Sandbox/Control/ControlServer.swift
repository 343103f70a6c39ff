import Model
import RawAPI

/// JSON over HTTP on 127.0.0.1, by which programs that are not Swift set faults, play the people of the
/// world and look at what came of it. docs/sandbox.md describes it.
package struct ControlServer: Sendable {
  let server: TelegramServer
  let journal = ControlJournal()
  package let port: Int

  package var baseURL: String { "http://127.0.0.1:\(port)" }

  /// Serves for as long as `body` runs.
  ///
  /// - Parameter port: 0: any free one.
  /// - Throws: ``SandboxError`` if the port cannot be taken; what `body` throws.
  package static func serve<Result: Sendable>(
    _ server: TelegramServer, port: Int, during body: (ControlServer) async throws -> Result
  ) async throws -> Result {
    let listener: HTTPListener
    do {
      listener = try await HTTPListener.bind(.init(port: port))
    } catch {
      throw SandboxError(.listen, "Cannot listen on 127.0.0.1:\(port).", cause: error)
    }
    let control = ControlServer(server: server, port: listener.port)
    let (observations, codes) = (server.observations(), server.loginCodes())
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for await observation in observations { control.journal.note(observation) } }
      group.addTask { for await code in codes { control.journal.note(code) } }
      defer { group.cancelAll() }
      return try await listener.serve(
        answer: { call, outbound in try await outbound.send(await control.answer(call)) },
        during: { try await body(control) })
    }
  }

  private func answer(_ call: HTTPCall) async -> HTTPReply {
    do throws(ControlError) {
      guard !call.isTooLarge else {
        throw ControlError(413, "too_large", "The body is longer than 1 MiB.")
      }
      // A page in a browser on this machine has no business here.
      guard call.header("origin") == nil, call.isForLoopback else {
        throw ControlError(403, "forbidden", "Only programs on this machine are served.")
      }
      let (route, argument) = try ControlRoute.find(call)
      var request = ControlRequest(
        form: try ControlForm(call.body), argument: argument, query: call.query)
      let answer = try await route.act(self, &request)
      return HTTPReply(status: route.status, body: answer.text(isIndented: true) + "\n")
    } catch {
      let value = JSONValue.object([
        .init(
          "error",
          .object([
            .init("code", .string(error.code)), .init("message", .string(error.message)),
          ]))
      ])
      return HTTPReply(
        status: error.status, headers: error.headers, body: value.text(isIndented: true) + "\n")
    }
  }
}

extension HTTPCall {
  /// Its host is this machine by name or number: nothing that a name server could have led here.
  fileprivate var isForLoopback: Bool {
    guard let host = header("host") else { return true }
    return ["127.0.0.1", "localhost"].contains { host == $0 || host.hasPrefix($0 + ":") }
  }
}
