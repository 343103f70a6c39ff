import Model
import Sandbox
import Synchronization
import Testing

@testable import MTProto
@testable import Telegram

@Suite("Chains of calls", .timeLimit(.minutes(5)))
struct ChainTests {
  /// A server that takes calls under way one after the other, as it is told.
  private final class Line: Sendable {
    private struct State {
      var made: [String] = []
      var answers: [CheckedContinuation<Result<[UInt8], TelegramError>, Never>] = []
      var watchers: [(Int, CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var made: [String] { state.withLock(\.made) }

    /// Returns once so many calls were made in all.
    func waitForCalls(_ count: Int) async {
      await withCheckedContinuation { continuation in
        let isThere = state.withLock { state in
          if state.made.count >= count { return true }
          state.watchers.append((count, continuation))
          return false
        }
        if isThere { continuation.resume() }
      }
    }

    func answer(_ result: Result<[UInt8], TelegramError> = .success([])) {
      let first = state.withLock { $0.answers.removeFirst() }
      first.resume(returning: result)
    }

    func make(_ call: RemoteCall) async -> Result<[UInt8], TelegramError> {
      await withCheckedContinuation { continuation in
        let met = state.withLock { state in
          state.made.append(call.method)
          state.answers.append(continuation)
          let count = state.made.count
          defer { state.watchers.removeAll { $0.0 <= count } }
          return state.watchers.filter { $0.0 <= count }.map(\.1)
        }
        // What the connection does in the same moment.
        call.ticket?.sent(on: ObjectIdentifier(self), as: CallID(number: UInt64(made.count)))
        for watcher in met { watcher.resume() }
      }
    }
  }

  private let line = Line()
  private let clock = ManualClock(Timestamp(seconds: 1_772_442_000))

  private var seam: CallSeam {
    let (line, chains) = (line, CallChains())
    return CallSeam(layers: [
      ChainLayer(chains: chains),
      FloodLayer(threshold: .seconds(10), store: FloodStore(), clock: clock.clock),
      RetryLayer(clock: clock.clock),
    ]) { (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
      guard let ticket = call.ticket else { return try await line.make(call).get() }
      return try await chains.send(call, as: ticket) {
        (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
        try await line.make(call).get()
      }
    }
  }

  private static func refusal(_ code: Int32, _ text: String) -> Result<[UInt8], TelegramError> {
    .failure(TelegramError(RPCError(code: code, text: text), to: "the call"))
  }

  private func send(_ number: Int, _ seam: CallSeam, chain: String? = "a") async throws {
    _ = try await seam.invoke(RemoteCall(method: "m\(number)", query: [], chain: chain))
  }

  @Test("The second of three meets a flood wait: the third does not overtake it [mtproto 29]")
  func floodWait() async throws {
    let seam = seam
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...3 {
        group.addTask { try await send(number, seam) }
        await line.waitForCalls(number)
      }
      line.answer()
      line.answer(Self.refusal(420, "FLOOD_WAIT_5"))
      // The server does not carry the third out, since the second was not.
      line.answer(Self.refusal(400, "MSG_WAIT_FAILED"))
      await clock.waitForSleepers()
      #expect(line.made == ["m1", "m2", "m3"])
      clock.advance(by: .seconds(5))
      await line.waitForCalls(4)
      line.answer()
      await line.waitForCalls(5)
      #expect(line.made == ["m1", "m2", "m3", "m2", "m3"])
      line.answer()
      try await group.waitForAll()
    }
  }

  @Test("What is said while an earlier call waits goes behind it; other chats do not wait")
  func later() async throws {
    let seam = seam
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await send(1, seam) }
      await line.waitForCalls(1)
      line.answer(Self.refusal(500, "RPC_CALL_FAIL"))
      await clock.waitForSleepers()
      group.addTask { try await send(2, seam) }
      group.addTask { try await send(3, seam, chain: "b") }
      await line.waitForCalls(2)
      group.addTask { try await send(4, seam, chain: nil) }
      await line.waitForCalls(3)
      #expect(line.made == ["m1", "m3", "m4"])
      clock.advance(by: .seconds(1))
      await line.waitForCalls(5)
      #expect(line.made == ["m1", "m3", "m4", "m1", "m2"])
      for _ in 0..<4 { line.answer() }
      try await group.waitForAll()
    }
  }

  @Test("A call that fails for good, or is given up, holds up nobody behind it")
  func failed() async throws {
    let seam = seam
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 1...2 {
        group.addTask {
          do { try await send(number, seam) } catch { return false }
          return true
        }
        await line.waitForCalls(number)
      }
      line.answer(Self.refusal(400, "CHAT_WRITE_FORBIDDEN"))
      line.answer(Self.refusal(400, "MSG_WAIT_FAILED"))
      await line.waitForCalls(3)
      line.answer()
      var ends: [Bool] = []
      for try await end in group { ends.append(end) }
      #expect(ends == [false, true])
    }
  }

  @Test(
    "The first answer is lost, the second call meets a flood wait, the line breaks: all arrive in order [mtproto 29]"
  )
  func overTheWire() async throws {
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let server = stage.server
        var calls = server.executedCalls().makeAsyncIterator()
        await server.plan(.cutBeforeAnswer, for: "messages.sendMessage")
        await server.plan(.refuse(Refusal(420, "FLOOD_WAIT_3")), for: "messages.sendMessage")
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 1...4 {
            group.addTask {
              _ = try await account.messenger.send(
                OutgoingMessage(
                  chat: .user(Cast.alice), text: "part \(number)", randomID: Int64(number)))
            }
            // The third and the fourth wait for the second, and are not seen yet.
            guard number < 3 else { continue }
            while let call = await calls.next(), call.method != "messages.sendMessage" {}
          }
          await server.cutConnections()
          try await group.waitForAll()
        }
        let texts = await stage.texts(from: Cast.owner, for: Cast.alice, count: 100)
        let parts = texts.filter { $0.hasPrefix("part ") }
        #expect(parts.prefix(2) == ["part 1", "part 2"])
        #expect(Set(parts) == ["part 1", "part 2", "part 3", "part 4"] && parts.count == 4)
      }
    }
  }
}
