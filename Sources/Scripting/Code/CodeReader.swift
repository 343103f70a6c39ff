/// Reads what `lua_dump` has made of a function that was compiled here a moment before. Files of rules are
/// never read in this form: they are text, and bytecode is refused.
///
/// Form: lundump.h and ldump.c of Lua 5.4 (version 0x54, format 0), which do not change within 5.4. What is
/// of another form, or does not add up, is answered with nil, and nothing is read out of bounds.
struct CodeReader {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  private struct Malformed: Error {}

  /// Functions within functions. Lua's compiler takes 200; nobody writes that many, and each takes stack here.
  private static let mostLevels = 64

  static func read(_ bytes: [UInt8]) -> CodePrototype? {
    var reader = CodeReader(bytes)
    return try? reader.file()
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let signature: [UInt8] =
    [0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00, 0x19, 0x93, 0x0D, 0x0A, 0x1A, 0x0A, 4, 8, 8]

  private mutating func file() throws(Malformed) -> CodePrototype {
    guard bytes.starts(with: Self.signature) else { throw Malformed() }
    at = Self.signature.count
    guard try word(Int64.self) == 0x5678, try word(Double.self) == 370.5 else { throw Malformed() }
    _ = try byte()  // The number of upvalues, which is said again.
    let main = try function()
    guard at == bytes.count else { throw Malformed() }
    return main
  }

  private mutating func function() throws(Malformed) -> CodePrototype {
    depth += 1
    guard depth < Self.mostLevels else { throw Malformed() }
    defer { depth -= 1 }
    try skipString()
    let line = try number()
    _ = try number()  // The last line.
    let parameters = Int(try byte())
    _ = try byte()  // Whether it takes more.
    let registers = Int(try byte())
    let code = try list(size: 4) { reader throws(Malformed) in
      CodeInstruction(word: try reader.word(UInt32.self))
    }
    let constants = try list(size: 1) { reader throws(Malformed) in try reader.constant() }
    let upvalues = try list(size: 3) { reader throws(Malformed) in
      let upvalue = CodePrototype.Upvalue(
        isRegister: try reader.byte() != 0, index: Int(try reader.byte()))
      _ = try reader.byte()
      return upvalue
    }
    let children = try list(size: 1) { reader throws(Malformed) in try reader.function() }
    let lines = try lines(from: line, count: code.count)
    let locals = try list(size: 3) { reader throws(Malformed) in
      try reader.skipString()
      return (start: try reader.number(), end: try reader.number())
    }
    _ = try list(size: 1) { reader throws(Malformed) in try reader.skipString() }
    return CodePrototype(
      line: line, parameters: parameters, registers: registers, code: code, constants: constants,
      upvalues: upvalues, children: children, lines: lines, locals: locals)
  }

  /// Each line as the difference to the one before, but where a whole number stands in a list of its own.
  private mutating func lines(from first: Int, count: Int) throws(Malformed) -> [Int] {
    let steps = try list(size: 1) { reader throws(Malformed) in
      Int8(bitPattern: try reader.byte())
    }
    let whole = try list(size: 2) { reader throws(Malformed) in
      (position: try reader.number(), line: try reader.number())
    }
    var lines: [Int] = []
    lines.reserveCapacity(steps.count)
    var line = first
    var next = 0
    for (position, step) in steps.enumerated() {
      if step == -0x80 {
        while next < whole.count, whole[next].position < position { next += 1 }
        if next < whole.count, whole[next].position == position { line = whole[next].line }
      } else {
        line += Int(step)
      }
      lines.append(line)
    }
    return lines
  }

  private mutating func constant() throws(Malformed) -> ScriptValue {
    switch try byte() {
    case 0x00: return .nil
    case 0x01: return .bool(false)
    case 0x11: return .bool(true)
    case 0x03: return .integer(try word(Int64.self))
    case 0x13: return .number(try word(Double.self))
    case 0x04, 0x14:
      guard let range = try stringRange() else { return .nil }
      if let text = String(validating: bytes[range], as: UTF8.self) { return .string(text) }
      return .bytes(Array(bytes[range]))
    default: throw Malformed()
    }
  }

  // MARK: pieces

  /// - Parameter size: the fewest bytes that an element takes, so that no count can promise more than there is.
  private mutating func list<Element>(
    size: Int, _ element: (inout CodeReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try number()
    guard count <= (bytes.count - at) / size else { throw Malformed() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  private mutating func skipString() throws(Malformed) { _ = try stringRange() }

  /// Nil for a string that is left out.
  private mutating func stringRange() throws(Malformed) -> Range<Int>? {
    let size = try number()
    guard size > 0 else { return nil }
    guard size - 1 <= bytes.count - at else { throw Malformed() }
    defer { at += size - 1 }
    return at..<at + size - 1
  }

  /// Seven bits a byte, the highest first; the last byte has its top bit set.
  private mutating func number() throws(Malformed) -> Int {
    var value = 0
    for _ in 0..<5 {
      let next = try byte()
      value = value << 7 | Int(next & 0x7F)
      if next & 0x80 != 0 { return value }
    }
    throw Malformed()
  }

  private mutating func byte() throws(Malformed) -> UInt8 {
    guard at < bytes.count else { throw Malformed() }
    defer { at += 1 }
    return bytes[at]
  }

  private mutating func word<Word: BitwiseCopyable>(_ type: Word.Type) throws(Malformed) -> Word {
    let size = MemoryLayout<Word>.size
    guard size <= bytes.count - at else { throw Malformed() }
    defer { at += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: type) }
  }
}
