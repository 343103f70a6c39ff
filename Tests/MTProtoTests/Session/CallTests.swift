import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

@Suite struct CallTests {
  @Test("A call is executed and answered, and the client's conduct is flawless [A1]")
  func call() {
    var rig = Rig()
    rig.connect()
    let id = rig.call(1)
    rig.run()
    #expect(rig.result(of: id) == Rig.value(Rig.response, 1))
    #expect(rig.executedNumbers == [1])
    #expect(rig.server.report.isFlawless)
    #expect(rig.client.pendingCalls == 0)
  }

  @Test("Calls made before the connection go out with it, in one container [mtproto 16]")
  func batch() throws {
    var rig = Rig()
    let ids = (1...5).map { rig.call($0) }
    rig.connect()
    #expect(rig.executedNumbers == [1, 2, 3, 4, 5])
    #expect(ids.allSatisfy { rig.result(of: $0) != nil })
    let first = try #require(rig.clientMessages.first)
    let items = Rig.items(first)
    guard case .container(let id, let number, let children) = items[0] else {
      Issue.record("the calls did not travel in a container")
      return
    }
    #expect(children.count == 6)
    #expect(children.allSatisfy { $0 < id && $0 & 3 == 0 })
    #expect(number & 1 == 0)
    let numbers = items.dropFirst().compactMap { item -> Int32? in
      if case .message(let message) = item { message.sequenceNumber } else { nil }
    }
    #expect(numbers == [1, 3, 5, 7, 9, 11])
    #expect(rig.server.report.isFlawless)
  }

  @Test("More than 1,020 messages, or more than 1 MiB, are split over containers [mtproto 16]")
  func splitting() {
    var rig = Rig()
    for number in 0..<2500 { rig.call(Int32(number)) }
    rig.connect()
    #expect(rig.executed.count == 2500)
    #expect(rig.server.report.isFlawless)
    let sizes = rig.clientMessages.map { Rig.items($0).count - 1 }
    #expect(sizes.max() == 1020)

    var heavy = Rig()
    let ids = (0..<5).map { heavy.call(Int32($0), size: 400_000) }
    heavy.connect()
    #expect(ids.allSatisfy { heavy.result(of: $0) != nil })
    #expect(heavy.clientMessages.allSatisfy { $0.body.count <= SessionLimits.containerSize })
    #expect(heavy.server.report.isFlawless)
  }

  @Test("An API error arrives as code, name and argument")
  func rpcError() {
    var rig = Rig()
    rig.handler = { _ in
      MT.RpcError(errorCode: 420, errorMessage: "FLOOD_WAIT_17").encoded()
    }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    guard case .rpc(let error)? = rig.failure(of: id) else {
      Issue.record("no RPC error")
      return
    }
    #expect(error.code == 420)
    #expect(error.name == "FLOOD_WAIT")
    #expect(error.argument == 17)
    #expect(error.text == "FLOOD_WAIT_17")
  }

  @Test(
    "Errors are taken apart once, wherever their number stands",
    arguments: [
      ("FLOOD_WAIT_9223372036854775807", "FLOOD_WAIT", Int(Int32.max)),
      ("PHONE_MIGRATE_2", "PHONE_MIGRATE", 2), ("FILE_PART_3_MISSING", "FILE_PART_MISSING", 3),
      ("PHONE_CODE_INVALID", "PHONE_CODE_INVALID", nil),
      ("2FA_CONFIRM_WAIT_90", "2FA_CONFIRM_WAIT", 90),
      ("", "", nil), ("_", "_", nil), ("X_99999999999999999999", "X_99999999999999999999", nil),
    ] as [(String, String, Int?)])
  func errorParsing(text: String, name: String, argument: Int?) {
    let error = RPCError(code: 400, text: text)
    #expect(error.name == name)
    #expect(error.argument == argument)
  }

  @Test("A long call goes out compressed, a long answer is unpacked [mtproto 12]")
  func compression() {
    var rig = Rig()
    let long = Rig.value(Rig.request, 1) + [UInt8](repeating: 7, count: 100_000)
    let answer = Rig.value(Rig.response, 1) + [UInt8](repeating: 9, count: 500_000)
    rig.handler = { _ in answer }
    rig.connect()
    let id = rig.client.call(long)
    rig.run()
    #expect(rig.executed.map(\.body) == [long])
    #expect(rig.result(of: id) == answer)
    #expect(rig.clientMessages.allSatisfy { $0.body.count < 2000 })
    #expect(rig.serverMessages.allSatisfy { $0.body.count < 2000 })
  }

  @Test("An answer that unpacks to more than 16 MiB fails its call, and only that [mtproto 12]")
  func bombedAnswer() {
    var rig = Rig()
    let bomb = Bomb.gzip([UInt8](repeating: 0, count: 40 << 20))
    rig.handler = { call in
      Int32(littleEndianBytes: call.body[4..<8]) == 1 ? bomb : Rig.echo(call.body)
    }
    rig.connect()
    let bad = rig.call(1)
    let good = rig.call(2)
    rig.run()
    #expect(rig.failure(of: bad) == .session(SessionError(code: .malformedAnswer)))
    #expect(rig.result(of: good) != nil)
    #expect(rig.closes.isEmpty)
  }

  @Test("A stream that declares 1 GiB is not believed: what counts is what comes out [mtproto 12]")
  func declaredSize() {
    var stream = Bomb.deflate([UInt8](repeating: 1, count: 1000))
    #expect(Gzip.unpacked(stream, limit: 1000)?.count == 1000)
    #expect(Gzip.unpacked(stream, limit: 999) == nil)
    // The last 4 bytes of gzip are the size of what went in.
    stream.replaceSubrange((stream.count - 4)..., with: [0, 0, 0, 0x40])
    #expect(Gzip.unpacked(stream, limit: 1 << 31) == nil)
    #expect(Gzip.unpacked([], limit: 1000) == nil)
    #expect(Gzip.unpacked(Array(stream.prefix(10)), limit: 1000) == nil)
  }

  @Test("Layers of gzip deeper than 8 are refused, 8 are not [mtproto 12]")
  func nesting() {
    func wrapped(_ levels: Int) -> [UInt8] {
      (0..<levels).reduce(Rig.value(Rig.response, 4)) { body, _ in Bomb.gzip(body) }
    }
    var budget = 1 << 20
    #expect(Gzip.stripped(wrapped(8), budget: &budget) == Rig.value(Rig.response, 4))
    #expect(Gzip.stripped(wrapped(9), budget: &budget) == nil)
    let deep = IncomingMessage(id: 1, sequenceNumber: 1, body: wrapped(9))
    #expect(MessageUnpacker.unpack(deep) == [.malformed(id: 1, sequenceNumber: 1)])
    let flat = IncomingMessage(id: 1, sequenceNumber: 1, body: wrapped(8))
    #expect(MessageUnpacker.unpack(flat).count == 1)
  }

  @Test("A call that fits no frame fails at once")
  func tooLong() {
    var rig = Rig()
    rig.connect()
    let id = rig.client.call([UInt8](repeating: 0, count: 4 << 20))
    rig.run()
    #expect(rig.failure(of: id) == .session(SessionError(code: .tooLong(4 << 20))))
  }

  @Test("A cancelled call gets no answer, and the server hears rpc_drop_answer [mtproto 29]")
  func cancellation() {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    rig.client.cancel(id)
    rig.run()
    #expect(rig.client.pendingCalls == 0)
    rig.server.answer(rig.executed[0].messageID, with: Rig.value(Rig.response, 1))
    rig.run()
    #expect(rig.results[id] == nil)
    let drops = rig.clientItems.filter { item in
      guard case .message(let message) = item else { return false }
      if case .dropAnswer? = try? ServiceMessage(message.body) { return true }
      return false
    }
    #expect(drops.count == 1)
    let early = rig.call(2)
    rig.client.cancel(early)
    rig.run()
    #expect(rig.executedNumbers == [1])
  }

  @Test("A chain is wrapped in invokeAfterMsg with its predecessor's id [mtproto 29]")
  func chain() throws {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let first = rig.call(1)
    _ = rig.call(2, after: first)
    rig.run()
    try #require(rig.executed.count == 2)
    var reader = TLReader(rig.executed[1].body)
    #expect(try reader.constructor() == 0xcb9f_372d)
    #expect(try reader.long() == rig.executed[0].messageID)
    #expect(Array(reader.rest()) == Rig.value(Rig.request, 2))
  }

  @Test(
    "An unknown constructor in a result is the caller's matter; nothing else is disturbed [mtproto 21]"
  )
  func unknownResult() {
    var rig = Rig()
    rig.handler = { _ in Rig.value(0x7777_7777, 3) }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    #expect(rig.result(of: id) == Rig.value(0x7777_7777, 3))
    #expect(rig.closes.isEmpty)
  }
}
