import SchemaFilling
import SchemaGenerator
import TL
import Testing

@testable import TelegramSchema

@Suite struct RoundTripTests {
  private let api: Schema
  private let service: Schema
  private let list: TypedList

  init() throws {
    api = try Definitions.schema("api")
    service = try Definitions.schema("mtproto")
    list = try Definitions.typedList()
  }

  private func filler(_ seed: UInt64) -> Filler {
    Filler([api, service], seed: seed)
  }

  @Test(
    "Every constructor and method of the layer, filled at random, is skipped whole",
    arguments: 0..<3)
  func skip(_ seed: UInt64) throws {
    var filler = filler(seed)
    for definition in api.definitions + service.definitions {
      let bytes = filler.fill(definition)
      var reader = TLReader(bytes + [1, 2, 3, 4])
      do {
        try SchemaTable.skip(&reader)
        #expect(reader.position == bytes.count, "\(definition.name)")
      } catch {
        Issue.record("\(definition.name): \(error)")
      }
    }
  }

  @Test(
    "Every constructor of a typed type survives decode and encode byte for byte", arguments: 0..<4)
  func types(_ seed: UInt64) throws {
    var filler = filler(seed)
    let typed = api.constructors.filter { list.types[$0.result.boxedName ?? ""] != nil }
    #expect(typed.count > 400)
    for definition in typed {
      let bytes = filler.fill(definition)
      do {
        #expect(try API.value(bytes).encoded() == bytes, "\(definition.name)")
      } catch {
        Issue.record("\(definition.name): \(error)")
      }
    }
  }

  @Test("Every typed method survives decode and encode byte for byte", arguments: 0..<4)
  func methods(_ seed: UInt64) throws {
    var filler = filler(seed)
    for definition in api.methods where list.methods.contains(definition.name) {
      let bytes = filler.fill(definition)
      do {
        let call = try Methods.Call(bytes: bytes)
        if case .unknown = call { Issue.record("\(definition.name) is not told apart") }
        #expect(call.encoded() == bytes, "\(definition.name)")
      } catch {
        Issue.record("\(definition.name): \(error)")
      }
    }
  }

  @Test("MTProto's own types and methods survive decode and encode byte for byte", arguments: 0..<8)
  func serviceTypes(_ seed: UInt64) throws {
    var filler = filler(seed)
    for definition in service.constructors {
      let bytes = filler.fill(definition)
      do {
        #expect(try MT.Value(bytes: bytes).encoded() == bytes, "\(definition.name)")
      } catch {
        Issue.record("\(definition.name): \(error)")
      }
    }
    for definition in service.methods {
      let bytes = filler.fill(definition)
      #expect(try MT.Methods.Call(bytes: bytes).encoded() == bytes, "\(definition.name)")
    }
  }

  @Test("A method without a Swift type is passed on whole")
  func unknownMethod() throws {
    var filler = filler(1)
    let method = try #require(api.methods.first { $0.name == "stories.editStory" })
    let bytes = filler.fill(method)
    guard case .unknown(let rest) = try Methods.Call(bytes: bytes) else {
      Issue.record("stories.editStory has no Swift type")
      return
    }
    #expect(rest.bytes == bytes)
  }

  @Test("Future salts are a bare vector of bare salts")
  func futureSalts() throws {
    let salts = MT.FutureSalts(
      reqMsgId: 5, now: 100,
      salts: [
        MT.FutureSalt(validSince: 1, validUntil: 2, salt: 3),
        MT.FutureSalt(validSince: 2, validUntil: 3, salt: 4),
      ])
    let bytes = salts.encoded()
    #expect(bytes.count == 4 + 8 + 4 + 4 + 2 * 16)
    let read = try MT.FutureSalts(bytes: bytes)
    #expect(read.salts.map(\.salt) == [3, 4])
    #expect(read.encoded() == bytes)
    #expect(throws: TLError.self) { try MT.FutureSalts(bytes: Array(bytes.dropLast())) }
  }
}
