import Foundation
package import MTProto
import Model
import TelegramSchema

/// What scripts see.
extension TelegramServer {
  /// Reads the world.
  package func look<Result: Sendable>(_ body: @Sendable (World) -> Result) -> Result {
    body(gateway.world)
  }

  /// Changes the world, and tells everybody's sessions of it.
  @discardableResult
  package func act<Result: Sendable>(
    _ body: @Sendable (inout World) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    defer { deliver() }
    return try body(&gateway.world)
  }

  /// Clients are sent to this delivery server for the files that it keeps.
  package func offer(_ cdn: CDNShelf?) { gateway.cdn = cdn }

  /// The same, for what cannot be refused.
  package func change<Result: Sendable>(_ body: @Sendable (inout World) -> Result) -> Result {
    defer { deliver() }
    return body(&gateway.world)
  }

  /// Somebody who is played by a script.
  package nonisolated func contact(_ person: Int64) -> ScriptedContact {
    ScriptedContact(server: self, id: person)
  }

  /// A person scans a login code (`tg://login?token=…`) with their phone, and so lets its client in.
  package func scan(_ link: String, as person: Int64) throws(Refusal) {
    let text = link.split(separator: "=", maxSplits: 1).last.map(String.init) ?? ""
    var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let token = Data(base64Encoded: base64) else { throw Refusal("AUTH_TOKEN_INVALID") }
    _ = try gateway.acceptToken(
      Methods.Auth.AcceptLoginToken(token: Array(token)), by: person)
    deliver()
  }

  /// Login codes from now on, in the order of their sending.
  package nonisolated func loginCodes() -> AsyncStream<LoginCode> { codeStreams.listen() }

  /// Calls from now on, each after it was carried out.
  package nonisolated func executedCalls() -> AsyncStream<CallRecord> { callStreams.listen() }

  /// What people notice from now on.
  package nonisolated func observations() -> AsyncStream<Observation> {
    observationStreams.listen()
  }

  /// What clients did that Telegram does not allow, so far.
  package func conductNotes() -> [ConductNote] { notes }

  /// The same without the sessions. A test of a client of ours expects it to be flawless.
  package func conductReport() -> ConductReport { ConductReport(notes.map(\.breach)) }

  /// The breaches noted so far without the first `count`, oldest first.
  package func conductNotes(from count: Int) -> ArraySlice<ConductNote> { notes.dropFirst(count) }

  /// The calls received so far without the first `count`, oldest first.
  package func calls(from count: Int) -> ArraySlice<CallRecord> { calls.dropFirst(count) }

  /// Connections that were let in so far.
  package var connectionCount: Int { lastConnection }

  /// Sessions with a connection, of accounts that are logged in.
  package func connectedSessions(of person: Int64) -> Int {
    sessions.filter {
      $0.value.connection != nil && gateway.authorizations[gateway.owner(of: $0.key)] == person
    }.count
  }
}

/// Blows from outside.
extension TelegramServer {
  /// Cuts all connections, or those of one account; clients may come again.
  package func cutConnections(of person: Int64? = nil) {
    for (id, connection) in connections.sorted(by: { $0.key < $1.key })
    where person == nil || connection.sessions.contains(where: { belongs($0, to: person) }) {
      cut(id)
    }
  }

  /// While true, every new connection is closed at once.
  package func refuseConnections(_ refuses: Bool) { refusesConnections = refuses }

  /// Ends all authorizations of an account, as "terminate all sessions" does.
  package func revokeAuthorizations(of person: Int64) {
    for (key, owner) in gateway.authorizations where owner == person { gateway.revoke(key) }
    saveKeys()
  }

  /// All sessions are forgotten, as when a server of Telegram's starts again: what they had not been
  /// told is lost, and new_session_created says so. Who calls is still known.
  package func forgetSessions() {
    forgottenAt = configuration.moment().monotonic
    sessions.removeAll()
    detained.removeAll()
  }

  /// References to a file, or to all files, that were given out so far are good for nothing.
  package func expireFileReferences(of file: Int64? = nil) {
    for id in gateway.world.files.keys where file == nil || file == id {
      gateway.world.expireReferences(of: id)
    }
  }

  private func belongs(_ key: SessionKey, to person: Int64?) -> Bool {
    gateway.authorizations[gateway.owner(of: key)] == person
  }
}
