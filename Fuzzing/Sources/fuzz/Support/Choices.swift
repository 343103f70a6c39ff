/// Takes an input apart: decisions from its beginning, contents from what follows.
struct Choices {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// 0 once there is nothing left.
  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func bool() -> Bool { byte() & 1 == 1 }

  mutating func number(below limit: Int) -> Int { Int(byte()) % limit }

  mutating func element<Element>(of list: [Element]) -> Element {
    list[number(below: list.count)]
  }

  /// At most so many bytes.
  mutating func bytes(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// A part whose length stands in front of it, in two bytes.
  mutating func part() -> [UInt8] {
    let count = Int(byte()) | Int(byte()) << 8
    return bytes(count)
  }

  mutating func remainder() -> [UInt8] { bytes(rest.count) }

  /// A part as `part` reads it.
  static func part(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8(bytes.count & 0xff), UInt8(bytes.count >> 8 & 0xff)] + bytes
  }
}
