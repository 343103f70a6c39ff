package import TL

extension SchemaTable {
  /// Moves past one boxed value of any type of the layer, whatever it holds. Time is bounded by the
  /// bytes, and depth by the reader.
  package static func skip(_ reader: inout TLReader) throws(TLError) {
    try skip(&reader, type: nil)
  }

  /// `type`: the number of the type that must stand here; nil for any.
  static func skip(_ reader: inout TLReader, type: Int?) throws(TLError) {
    let id = try reader.constructor()
    guard let slot = finder.slot(of: id), type == nil || Int(slot.type) == type else {
      throw reader.unknown(id)
    }
    try reader.enter()
    try run(Int(slot.program), &reader)
    reader.leave()
  }

  /// A step of a program; see `TableText` in SchemaGenerator, which writes them.
  private enum Step {
    static let end = UInt8(ascii: "\n")
    static let condition = UInt8(ascii: "?")
    static let flags = UInt8(ascii: "f")
    static let int = UInt8(ascii: "i")
    static let long = UInt8(ascii: "l")
    static let int128 = UInt8(ascii: "o")
    static let int256 = UInt8(ascii: "h")
    static let string = UInt8(ascii: "s")
    static let bool = UInt8(ascii: "B")
    static let boxed = UInt8(ascii: "T")
    static let vector = UInt8(ascii: "V")
    static let bareVector = UInt8(ascii: "v")
  }

  private static func run(_ start: Int, _ reader: inout TLReader) throws(TLError) {
    let code = programs.utf8Start
    var position = start
    var firstWord: UInt32 = 0
    var secondWord: UInt32 = 0
    var words = 0
    while code[position] != Step.end {
      if code[position] == Step.condition {
        let word = code[position + 1] == UInt8(ascii: "0") ? firstWord : secondWord
        let isSet = word >> UInt32(code[position + 2] &- 48) & 1 == 1
        position += 3
        if !isSet {
          position = next(after: position)
          continue
        }
      }
      if code[position] == Step.flags {
        let word = try reader.uint()
        if words == 0 {
          firstWord = word
        } else {
          secondWord = word
        }
        words += 1
      } else {
        try perform(position, &reader)
      }
      position = next(after: position)
    }
  }

  private static func next(after position: Int) -> Int {
    switch programs.utf8Start[position] {
    case Step.boxed: position + 3
    case Step.vector, Step.bareVector: next(after: position + 1)
    default: position + 1
    }
  }

  private static func perform(_ position: Int, _ reader: inout TLReader) throws(TLError) {
    let step = programs.utf8Start[position]
    switch step {
    case Step.string:
      try reader.skipString()
    case Step.bool:
      _ = try reader.bool()
    case Step.boxed:
      try skip(&reader, type: number(programs, at: position + 1, digits: 2))
    case Step.vector:
      try reader.expect(TLID.vector)
      try performElements(position + 1, &reader)
    case Step.bareVector:
      try performElements(position + 1, &reader)
    default:
      guard let size = size(of: step) else {
        // `!` and `*`: any boxed value.
        try skip(&reader, type: nil)
        return
      }
      try reader.advance(by: size)
    }
  }

  private static func performElements(
    _ position: Int, _ reader: inout TLReader
  ) throws(TLError) {
    if let size = size(of: programs.utf8Start[position]) {
      let count = try reader.bareVectorCount(elementSize: size)
      try reader.advance(by: count * size)
      return
    }
    for _ in 0..<(try reader.bareVectorCount()) {
      try perform(position, &reader)
    }
  }

  private static func size(of step: UInt8) -> Int? {
    switch step {
    case Step.int: 4
    case Step.long: 8
    case Step.int128: 16
    case Step.int256: 32
    default: nil
    }
  }
}
