import TL
import TelegramSchema

extension API {
  /// The one value that the bytes hold.
  static func value(_ bytes: [UInt8]) throws(TLError) -> any TLCodable {
    var reader = TLReader(bytes)
    let id = try reader.peekConstructor()
    guard let type = type(of: id) else { throw reader.unknown(id) }
    let value = try type.init(from: &reader)
    try reader.expectEnd()
    return value
  }
}
