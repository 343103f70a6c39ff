package import SchemaGenerator
internal import TL

/// SplitMix64: the same values for the same seed everywhere.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

/// Writes any definition of a schema with random contents, straight from the definitions: it shares
/// no code with the generated types and the table.
package struct Filler {
  private let constructors: [String: [Definition]]
  /// Per type the constructor by which a value ends soonest.
  private var shallowest: [String: (definition: Definition, depth: Int)] = [:]
  private let plainMethod: Definition?
  private var random: SeededGenerator
  private var writer = TLWriter()

  /// Past this many bytes everything optional is left out.
  private static let budget = 4_000
  private static let maximumDepth = 5

  package init(_ schemas: [Schema], seed: UInt64) {
    constructors = Dictionary(grouping: schemas.flatMap(\.constructors)) {
      $0.result.boxedName ?? ""
    }
    plainMethod = schemas.flatMap(\.methods).first { $0.name == "help.getNearestDc" }
    random = SeededGenerator(seed: seed)
    findShallowest()
  }

  /// A boxed value of the definition.
  package mutating func fill(_ definition: Definition) -> [UInt8] {
    writer = TLWriter()
    write(definition, depth: 0)
    return writer.bytes
  }

  package mutating func randomBytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  private mutating func findShallowest() {
    var changed = true
    while changed {
      changed = false
      for (type, group) in constructors where shallowest[type] == nil {
        let depths = group.compactMap { definition in
          depth(of: definition).map { (definition, $0) }
        }
        if let best = depths.min(by: { ($0.1, $0.0.id) < ($1.1, $1.0.id) }) {
          shallowest[type] = best
          changed = true
        }
      }
    }
  }

  /// Levels below a value with nothing optional in it; nil while they are not known.
  private func depth(of definition: Definition) -> Int? {
    var result = 0
    for parameter in definition.parameters where parameter.condition == nil {
      guard case .boxed(let name) = parameter.type, constructors[name] != nil else { continue }
      guard let below = shallowest[name]?.depth else { return nil }
      result = max(result, below + 1)
    }
    return result
  }

  private func isFrugal(_ depth: Int) -> Bool {
    depth >= Self.maximumDepth || writer.bytes.count > Self.budget
  }

  private mutating func write(_ definition: Definition, depth: Int) {
    writer.constructor(definition.id)
    var bits: [String: UInt32] = [:]
    for parameter in definition.parameters {
      if parameter.type == .flags {
        let known = definition.parameters.compactMap(\.condition)
          .filter { $0.word == parameter.name }
        var word: UInt32 = 0
        for condition in known where !isFrugal(depth) && Bool.random(using: &random) {
          word |= 1 << UInt32(condition.bit)
        }
        bits[parameter.name] = word
        writer.uint(word)
        continue
      }
      if let condition = parameter.condition,
        (bits[condition.word] ?? 0) >> UInt32(condition.bit) & 1 == 0
      {
        continue
      }
      write(parameter.type, depth: depth)
    }
  }

  private mutating func write(_ type: TypeName, depth: Int) {
    switch type {
    case .int: writer.int(.random(in: .min ... .max, using: &random))
    case .long: writer.long(.random(in: .min ... .max, using: &random))
    case .double: writer.double(Double(bitPattern: random.next()))
    case .int128: writer.raw(randomBytes(16))
    case .int256: writer.raw(randomBytes(32))
    case .string, .bytes: writeString()
    case .flags, .yes: break
    case .query:
      if let plainMethod { write(plainMethod, depth: depth + 1) }
    case .boxed("Bool"): writer.bool(.random(using: &random))
    case .boxed("Object"): writeBoxed("Pong", depth: depth + 1)
    case .boxed(let name): writeBoxed(name, depth: depth + 1)
    case .vector(let element):
      writer.constructor(TLID.vector)
      write(.bareVector(element), depth: depth)
    case .bareVector(let element):
      let count = isFrugal(depth) ? 0 : Int.random(in: 0...3, using: &random)
      writer.int(Int32(count))
      for _ in 0..<count {
        write(element, depth: depth + 1)
      }
    }
  }

  private mutating func writeBoxed(_ name: String, depth: Int) {
    let choice =
      isFrugal(depth)
      ? shallowest[name]?.definition : constructors[name]?.randomElement(using: &random)
    if let choice {
      write(choice, depth: depth)
    }
  }

  /// Text, bytes that are no text, and now and then a long value.
  private mutating func writeString() {
    let length =
      Int.random(in: 0...99, using: &random) == 0 ? 300 : Int.random(in: 0...9, using: &random)
    if Bool.random(using: &random) {
      writer.bytes(randomBytes(length))
    } else {
      writer.string(String("тест👋 ascii \u{10ff90}".shuffled(using: &random).prefix(length)))
    }
  }
}
