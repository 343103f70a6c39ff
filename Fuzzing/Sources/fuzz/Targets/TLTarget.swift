import RawAPI
import SchemaFilling
import SchemaGenerator
import TL

@testable import TelegramSchema

/// The TL decoder: typed values, the table that skips, and the table that reads as JSON must agree on
/// what is a value, how far it reaches and what it says.
struct TLTarget: FuzzTarget {
  static let name = "tl"

  static func seeds() throws -> [[UInt8]] {
    let api = try Definitions.schema("api")
    let service = try Definitions.schema("mtproto")
    let list = try Definitions.typedList()
    var filler = Filler([api, service], seed: 1)
    let typed =
      api.constructors.filter { list.types[$0.result.boxedName ?? ""] != nil }
      + api.methods.filter { list.methods.contains($0.name) }
    return (typed + service.constructors + service.methods).map { filler.fill($0) }
      .filter { $0.count < 2000 }
  }

  func run(_ bytes: [UInt8]) {
    var table = TLReader(bytes)
    let isSkipped = (try? SchemaTable.skip(&table)) != nil
    if isSkipped { demand(table.position <= bytes.count, "skipped past the end") }
    var reader = TLReader(bytes)
    guard let id = try? reader.peekConstructor() else { return }
    if let type = API.type(of: id) {
      let value = try? type.init(from: &reader)
      demand((value != nil) == isSkipped, "a type and the table disagree on whether it is a value")
      guard let value else { return }
      demand(reader.position == table.position, "a type and the table disagree on its end")
      compare(Array(bytes.prefix(reader.position)), value, as: type)
    } else if isSkipped {
      checkCall(Array(bytes.prefix(table.position)))
    }
    readService(bytes)
  }

  private func checkCall(_ bytes: [UInt8]) {
    guard let call = try? Methods.Call(bytes: bytes) else { return }
    if case .unknown(let rest) = call {
      demand(rest.bytes == bytes, "an unknown call is not kept as it is")
    } else {
      compare(bytes, call, as: Methods.Call.self)
    }
  }

  private func readService(_ bytes: [UInt8]) {
    if let value = try? MT.Value(bytes: bytes) { settle(bytes, value, as: MT.Value.self) }
    if let call = try? MT.Methods.Call(bytes: bytes) {
      settle(bytes, call, as: MT.Methods.Call.self)
    }
  }

  /// What is written is what was read, as the table sees it, too.
  private func compare(
    _ bytes: [UInt8], _ value: any TLEncodable, as type: any TLDecodable.Type
  ) {
    let written = settle(bytes, value, as: type)
    guard written != bytes else { return }
    let before = try? RawValue.json(bytes)
    let after = try? RawValue.json(written)
    demand(before == after, "what is written says something else than what was read")
  }

  /// Where a value is written in another way than it came (strings have several forms, flags may have
  /// bits that mean nothing), the new form is read and written as it is.
  @discardableResult
  private func settle(
    _ bytes: [UInt8], _ value: any TLEncodable, as type: any TLDecodable.Type
  ) -> [UInt8] {
    let written = value.encoded()
    guard written != bytes else { return written }
    demand(written.count <= bytes.count, "what is written is longer than what was read")
    guard let again = (try? type.init(bytes: written)) as? any TLEncodable else {
      demand(false, "what is written cannot be read")
      return written
    }
    demand(again.encoded() == written, "what is written changes when it is read again")
    return written
  }
}
