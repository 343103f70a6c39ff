/// All definitions of the layer and of MTProto, read in place from static text: nothing is parsed at
/// start but where each of them stands. Knows every constructor id, what it is called, and how to move past a value of it.
package enum SchemaTable {
  /// A constructor or method.
  package struct Entry: Sendable {
    package var id: UInt32
    /// Number of the constructor's type, or of the method's answer.
    var type: Int
    var program: Int
    var line: Int

    /// As published: `messages.sendMessage`.
    package var name: String { SchemaTable.word(in: SchemaTable.definitions, at: line) }

    /// The type's name as published, `InputPeer`; nil for a method that answers with a vector, or with
    /// whatever the call answers that it wraps.
    package var typeName: String? {
      guard type != SchemaTable.noType else { return nil }
      return SchemaTable.typeNameList.indices.contains(type)
        ? SchemaTable.typeNameList[type] : nil
    }

    /// Name, parameters and result in the compact form: `peerUser user_id:l = Peer`.
    package var definition: String { SchemaTable.line(in: SchemaTable.definitions, at: line) }

    package var isMethod: Bool {
      SchemaTable.methods.contains(line) || SchemaTable.serviceMethods.contains(line)
    }

    /// MTProto's own, not the API's.
    package var isService: Bool { line >= SchemaTable.methods.upperBound }
  }

  /// The constructor or method with this id; nil if the layer has none.
  package static func entry(_ id: UInt32) -> Entry? { finder.record(of: id).map(entry(at:)) }

  static let finder = SchemaFinder()

  /// All constructors and methods, sorted by id.
  package static var entries: [Entry] { (0..<count).map(entry(at:)) }

  static func entry(at record: Int) -> Entry {
    let start = record * recordLength
    return Entry(
      id: UInt32(truncatingIfNeeded: number(index, at: start, digits: 6)),
      type: number(index, at: start + 6, digits: 2),
      program: number(index, at: start + 8, digits: 4),
      line: number(index, at: start + 12, digits: 4))
  }

  /// `messages.sendMessage` for its id, for logs and errors; else the id in hexadecimal.
  package static func name(_ id: UInt32) -> String {
    entry(id)?.name ?? "#" + String(id, radix: 16)
  }

  static let recordLength = 17

  /// By their numbers; split when a name is first asked for.
  private static let typeNameList = typeNames.description.split(separator: "\n").map(String.init)

  /// A number in digits of six bits, from `0` on; see `TableText` in SchemaGenerator.
  static func number(_ text: StaticString, at offset: Int, digits: Int) -> Int {
    let bytes = text.utf8Start
    var value = 0
    for position in offset..<(offset + digits) {
      value = value << 6 | Int(bytes[position] &- 48)
    }
    return value
  }

  private static func line(in text: StaticString, at offset: Int) -> String {
    word(in: text, at: offset, end: UInt8(ascii: "\n"))
  }

  private static func word(
    in text: StaticString, at offset: Int, end: UInt8 = UInt8(ascii: " ")
  ) -> String {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)[offset...]
    return String(decoding: bytes.prefix { $0 != end }, as: UTF8.self)
  }
}
