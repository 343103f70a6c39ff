import Foundation
import SchemaFilling
import SchemaGenerator
import TL
import TelegramSchema

extension Suite {
  /// Random values of the updates that are typed, decoded here and by Telethon. What is nested in them
  /// may lie outside the typed part; then it is skipped whole and kept as bytes, while Telethon makes
  /// objects of it.
  static let updates = Suite(name: "updates") {
    let scratch = try Scratch()
    let candidates = try RandomUpdates.make(count: 3000)
    let file = scratch["updates.bin"]
    var data = Data()
    for value in candidates {
      data += withUnsafeBytes(of: UInt32(value.count).littleEndian) { Data($0) }
      data += value
    }
    try data.write(to: file)
    let telethon = try Python(.decoder, ["path": file.path])
    // Both decode the same: what Telethon cannot represent (dates of any number) is left out.
    let values = telethon.readable.map { candidates[$0] }
    guard values.count > candidates.count / 3 else {
      throw BenchmarkError("Telethon reads only \(values.count) of \(candidates.count) updates")
    }
    let plain = values.filter { !RandomUpdates.holdsRaw($0) }
    let bytes = values.reduce(0) { $0 + $1.count }
    return [
      Contest(
        subject: Work("random updates decoded", unit: .items, amount: values.count) { times in
          for _ in 0..<times { for value in values { try keep(API.Update(bytes: value)) } }
        },
        baseline: Work(
          "Telethon (\(values.count) updates, \(bytes / values.count) bytes each, "
            + "\(plain.count) typed throughout)", unit: .items, amount: values.count
        ) { try telethon.run($0) })
    ]
  }
}

enum RandomUpdates {
  /// Of the typed constructors of Update, each about as often.
  static func make(count: Int) throws -> [[UInt8]] {
    let file = Place.repository.appending(path: "Sources/TelegramSchema/Definitions/api.schema")
    let schema = try CompactForm.parse(
      String(contentsOf: file, encoding: .utf8), file: "api.schema")
    var filler = Filler([schema], seed: 1)
    let typed = schema.constructors.filter { definition in
      guard definition.result.boxedName == "Update",
        let update = try? API.Update(bytes: filler.fill(definition))
      else { return false }
      if case .raw = update { return false }
      return true
    }
    guard !typed.isEmpty else { throw BenchmarkError("no update is typed") }
    return (0..<count).map { filler.fill(typed[$0 % typed.count]) }
  }

  /// Whether something in it is kept as bytes.
  static func holdsRaw(_ bytes: [UInt8]) -> Bool {
    guard let update = try? API.Update(bytes: bytes) else { return true }
    return holdsRaw(Mirror(reflecting: update))
  }

  private static func holdsRaw(_ mirror: Mirror) -> Bool {
    mirror.children.contains { $0.value is TLRaw || holdsRaw(Mirror(reflecting: $0.value)) }
  }
}
