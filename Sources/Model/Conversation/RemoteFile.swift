/// Names a file on Telegram's servers, for one account (core.telegram.org/api/files).
package struct RemoteFile: Sendable, Hashable {
  /// Photos and documents have ids and places of their own.
  package enum Kind: String, Sendable, Codable {
    case photo, document
  }

  package var kind: Kind
  package var id: Int64
  package var accessHash: Int64
  /// Proves that the account has seen a message with it; it expires, and the same message then brings
  /// another one (core.telegram.org/api/file-references).
  package var reference: [UInt8]
  /// The data center that keeps it.
  package var dc: Int
  /// Which size of a photo; empty for documents.
  package var sizeType: String

  package init(
    kind: Kind, id: Int64, accessHash: Int64, reference: [UInt8], dc: Int, sizeType: String = ""
  ) {
    self.kind = kind
    self.id = id
    self.accessHash = accessHash
    self.reference = reference
    self.dc = dc
    self.sizeType = sizeType
  }
}

extension RemoteFile: Codable {
  private enum CodingKeys: CodingKey {
    case kind, id, accessHash, reference, dc, sizeType
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    kind = try values.decode(Kind.self, forKey: .kind)
    id = try values.decode(Int64.self, forKey: .id)
    accessHash = try values.decode(Int64.self, forKey: .accessHash)
    dc = try values.decode(Int.self, forKey: .dc)
    sizeType = try values.decode(String.self, forKey: .sizeType)
    let text = try values.decode(String.self, forKey: .reference)
    guard let bytes = Self.bytes(hex: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .reference, in: values, debugDescription: "A file reference is hexadecimal.")
    }
    reference = bytes
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(kind, forKey: .kind)
    try values.encode(id, forKey: .id)
    try values.encode(accessHash, forKey: .accessHash)
    try values.encode(dc, forKey: .dc)
    try values.encode(sizeType, forKey: .sizeType)
    let text = reference.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try values.encode(text, forKey: .reference)
  }

  private static func bytes(hex text: String) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
