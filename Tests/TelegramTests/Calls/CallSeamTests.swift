import MTProto
import Model
import Synchronization
import Testing

@testable import Telegram

@Suite("Call seam", .timeLimit(.minutes(5)))
struct CallSeamTests {
  private let manual = ManualClock(Timestamp(seconds: 1_700_000_000))

  private func flood() -> FloodLayer {
    FloodLayer(threshold: .seconds(10), store: FloodStore(), clock: manual.clock)
  }

  @Test("A short flood wait is waited for and the call repeated once [mtproto 26, B45]")
  func shortWait() async throws {
    let server = ScriptedServer(.error(420, "FLOOD_WAIT_7"))
    let seam = server.seam(flood())
    async let result = seam.invoke(call("messages.sendMessage"))
    await manual.waitForSleepers()
    #expect(manual.nextDeadline == Timestamp(seconds: 1_700_000_007))
    manual.advance(by: .seconds(7))
    #expect(try await result == [1])
    #expect(server.calls.count == 2)
  }

  @Test("A second flood wait in a row is an error")
  func secondWait() async {
    let server = ScriptedServer(.error(420, "FLOOD_WAIT_3"), .error(420, "FLOOD_WAIT_4"))
    let seam = server.seam(flood())
    async let code = failure(seam, "a")
    await manual.waitForSleepers()
    manual.advance(by: .seconds(3))
    #expect(await code == .floodWait(seconds: 4))
    #expect(server.calls.count == 2)
  }

  @Test(
    "A long wait is an error at once; the method is refused locally until then, others are not [mtproto 26, B45]"
  )
  func longWait() async {
    let server = ScriptedServer(.error(420, "FLOOD_WAIT_17"))
    let seam = server.seam(flood())
    #expect(await failure(seam, "messages.sendMessage") == .floodWait(seconds: 17))
    manual.advance(by: .seconds(4))
    #expect(await failure(seam, "messages.sendMessage") == .floodWait(seconds: 13))
    #expect(server.calls.count == 1)
    #expect(await failure(seam, "messages.getHistory") == nil)
    manual.advance(by: .seconds(13))
    #expect(await failure(seam, "messages.sendMessage") == nil)
    #expect(server.calls.count == 3)
  }

  @Test("A long wait is kept over a restart, a short one is not [mtproto 26, B45]")
  func keptWait() async throws {
    let saved = Mutex<[[String: Timestamp]]>([])
    let store = FloodStore { blocked in saved.withLock { $0.append(blocked) } }
    let first = ScriptedServer(.error(420, "FLOOD_WAIT_17"))
    let layer = FloodLayer(threshold: .seconds(10), store: store, clock: manual.clock)
    #expect(await failure(first.seam(layer), "messages.sendMessage") == .floodWait(seconds: 17))
    await store.block(
      "short", until: manual.now.advanced(by: .seconds(3)), isLong: false, at: manual.now)
    let kept = saved.withLock { $0 }
    #expect(kept == [["messages.sendMessage": Timestamp(seconds: 1_700_000_017)]])
    manual.advance(by: .seconds(4))
    let second = ScriptedServer()
    let again = FloodLayer(
      threshold: .seconds(10), store: FloodStore(try #require(kept.last)), clock: manual.clock)
    #expect(await failure(second.seam(again), "messages.sendMessage") == .floodWait(seconds: 13))
    #expect(second.calls.isEmpty)
  }

  @Test("A slow mode wait is the sender's business and blocks no method [mtproto 26]")
  func slowMode() async {
    let server = ScriptedServer(.error(420, "SLOWMODE_WAIT_30"))
    let seam = server.seam(flood())
    #expect(
      await failure(seam, "messages.sendMessage")
        == .server(RPCError(code: 420, text: "SLOWMODE_WAIT_30")))
    #expect(await failure(seam, "messages.sendMessage") == nil)
  }

  @Test(
    "A migration moves home and repeats the call there [mtproto 27]",
    arguments: ["PHONE_MIGRATE_4", "USER_MIGRATE_4", "NETWORK_MIGRATE_4"])
  func migration(error: String) async {
    let server = ScriptedServer(.error(303, error))
    let moves = Moves()
    #expect(await failure(server.seam(MigrationLayer(move: moves.move)), "auth.sendCode") == nil)
    #expect(moves.all == [4])
    #expect(server.calls.count == 2)
  }

  @Test("A file's migration leaves home where it is, and a circle of migrations ends [mtproto 27]")
  func noMigration() async {
    let moves = Moves()
    let files = ScriptedServer(.error(303, "FILE_MIGRATE_4"))
    #expect(
      await failure(files.seam(MigrationLayer(move: moves.move)), "upload.getFile")
        == .server(RPCError(code: 303, text: "FILE_MIGRATE_4")))
    #expect(moves.all.isEmpty)
    let circle = ScriptedServer(
      .error(303, "USER_MIGRATE_1"), .error(303, "USER_MIGRATE_2"), .error(303, "USER_MIGRATE_1"))
    #expect(
      await failure(circle.seam(MigrationLayer(move: moves.move)), "users.getUsers")
        == .server(RPCError(code: 303, text: "USER_MIGRATE_1")))
    #expect(moves.all == [1, 2])
  }

  @Test("A server that is unwell is asked again after 1, 2 and 4 s, then the error is handed on")
  func retries() async {
    let server = ScriptedServer(
      .error(500, "INTERNAL_SERVER_ERROR"), .error(500, "RPC_CALL_FAIL"), .error(-503, "Timeout"),
      .error(500, "INTERNAL_SERVER_ERROR"))
    let seam = server.seam(RetryLayer(clock: manual.clock))
    async let code = failure(seam, "help.getConfig")
    for pause in [1, 2, 4] {
      await manual.waitForSleepers()
      manual.advance(by: .seconds(pause))
    }
    #expect(await code == .server(RPCError(code: 500, text: "INTERNAL_SERVER_ERROR")))
    #expect(server.calls.count == 4)
  }

  @Test("RANDOM_ID_DUPLICATE is no reason to repeat, though its code is 500 [mtproto 30]")
  func duplicateIsNotRepeated() async {
    let server = ScriptedServer(.error(500, "RANDOM_ID_DUPLICATE"))
    #expect(
      await failure(server.seam(RetryLayer(clock: manual.clock)), "messages.sendMessage")
        == .server(RPCError(code: 500, text: "RANDOM_ID_DUPLICATE")))
    #expect(server.calls.count == 1)
  }

  @Test("CONNECTION_NOT_INITED wraps the call again, at most twice [mtproto 29]")
  func notInitialised() async {
    let forgotten = Moves()
    let layer = InitLayer(forget: { _ in forgotten.note(0) })
    let once = ScriptedServer(.error(400, "CONNECTION_NOT_INITED"))
    #expect(await failure(once.seam(layer), "help.getConfig") == nil)
    #expect(forgotten.all.count == 1)
    let error = ScriptedServer.Answer.error(400, "CONNECTION_NOT_INITED")
    let always = ScriptedServer(error, error, error, error)
    #expect(
      await failure(always.seam(layer), "help.getConfig")
        == .server(RPCError(code: 400, text: "CONNECTION_NOT_INITED")))
    #expect(always.calls.count == 3)
  }

  @Test("Layers are passed from the outermost inwards")
  func order() async throws {
    let server = ScriptedServer()
    let seam = server.seam(NamingLayer(name: "a"), NamingLayer(name: "b"))
    _ = try await seam.invoke(call("x"))
    #expect(server.calls.map(\.method) == ["xab"])
  }

  @Test("An error of the server is taken apart into its name and its number")
  func serverErrors() {
    let wait = RPCError(code: 420, text: "FLOOD_WAIT_17")
    #expect(wait.name == "FLOOD_WAIT" && wait.argument == 17 && wait.text == "FLOOD_WAIT_17")
    let plain = RPCError(code: 400, text: "PEER_ID_INVALID")
    #expect(plain.name == "PEER_ID_INVALID" && plain.argument == nil)
    let long = RPCError(code: 400, text: String(repeating: "x", count: 9000))
    #expect(TelegramError(long, to: "a").message.count < 200)
    #expect(RPCError(code: 401, text: "SESSION_REVOKED").endsSession)
    #expect(!RPCError(code: 401, text: "SESSION_PASSWORD_NEEDED").endsSession)
  }
}

private struct NamingLayer: CallLayer {
  let name: String
  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8] {
    var call = call
    call.method += name
    return try await next(call)
  }
}

/// Notes numbers, from any task.
private final class Moves: Sendable {
  private let numbers = Mutex<[Int]>([])
  var all: [Int] { numbers.withLock(\.self) }
  func note(_ number: Int) { numbers.withLock { $0.append(number) } }
  var move: @Sendable (Int) async throws(TelegramError) -> Void {
    { (dc: Int) async throws(TelegramError) -> Void in self.note(dc) }
  }
}
