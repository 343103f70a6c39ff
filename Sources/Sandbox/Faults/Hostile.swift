import TL
import TelegramSchema

/// Values that no schema knows.
enum Hostile {
  /// The published layers have no such constructor.
  private static let constructor: UInt32 = 0x0bad_c0de

  /// A value of that constructor, with something in it.
  static var unknownValue: [UInt8] {
    var writer = TLWriter(capacity: 12)
    writer.constructor(constructor)
    writer.long(42)
    return writer.bytes
  }

  /// updateShort with an unknown update in it.
  static func unknownUpdate(at date: Int32) -> [UInt8] {
    var writer = TLWriter(capacity: 24)
    writer.constructor(API.Updates.UpdateShort.constructorID)
    writer.raw(unknownValue)
    writer.int(date)
    return writer.bytes
  }
}
