/// The whole schema as text that the program reads in place: an index sorted by constructor id, the
/// programs by which a value is skipped, and the definitions with their names.
///
/// Numbers in the index are written in digits of six bits, the characters from `0` on. A record of
/// the index: id (6 digits), number of the type (2), offset of the program (4), offset of the
/// definition (4), a line feed. Definitions stand schema by schema, methods after constructors.
/// `SchemaTable` in TelegramSchema reads all this.
struct TableText {
  private(set) var index = ""
  private(set) var programs = ""
  private(set) var definitions = ""
  /// Where in the definitions the methods stand, a range of offsets for each schema.
  private(set) var methods: [Range<Int>] = []
  private(set) var typeNames: [String] = []
  private(set) var typeIndex: [String: Int] = [:]

  /// The number of a type that has no name of its own: a vector, or the wrapped call's result.
  static let noType = 4095

  init(_ schemas: [Schema]) throws {
    let all = schemas.flatMap(\.definitions)
    let names = Set(
      all.flatMap { ([$0.result] + $0.parameters.map(\.type)).compactMap(\.boxedName) })
    typeNames = names.sorted()
    guard typeNames.count < Self.noType else {
      throw SchemaError(file: "definitions", "more types than the table can number")
    }
    typeIndex = Dictionary(uniqueKeysWithValues: typeNames.enumerated().map { ($1, $0) })
    var programOffsets: [String: Int] = [:]
    var records: [(id: UInt32, text: String)] = []
    for schema in schemas {
      var methodStart: Int?
      for (position, definition) in schema.definitions.enumerated() {
        if position == schema.constructors.count { methodStart = definitions.utf8.count }
        let program = program(definition)
        let programOffset = programOffsets[program] ?? programs.utf8.count
        if programOffset == programs.utf8.count {
          programOffsets[program] = programOffset
          programs += program + "\n"
        }
        let type: Int =
          if case .boxed(let name) = definition.result { typeIndex[name] ?? 0 } else { Self.noType }
        records.append(
          (
            definition.id,
            digits(Int(definition.id), 6) + digits(type, 2) + digits(programOffset, 4)
              + digits(definitions.utf8.count, 4) + "\n"
          ))
        definitions +=
          CompactForm.text(definition) + " = " + CompactForm.text(definition.result) + "\n"
      }
      let end = definitions.utf8.count
      methods.append((methodStart ?? end)..<end)
    }
    index = records.sorted { $0.id < $1.id }.map(\.text).joined()
  }

  private func digits(_ value: Int, _ count: Int) -> String {
    (0..<count).reversed().map { place in
      String(Unicode.Scalar(UInt8(48 + value >> (6 * place) & 63)))
    }.joined()
  }

  /// What to do with the bytes after the id; parameters that take no bytes are left out.
  private func program(_ definition: Definition) -> String {
    var words: [String] = []
    var program = ""
    for parameter in definition.parameters where parameter.type != .yes {
      if parameter.type == .flags {
        words.append(parameter.name)
      }
      if let condition = parameter.condition {
        let word = words.firstIndex(of: condition.word) ?? 0
        program += "?\(word)" + digits(condition.bit, 1)
      }
      program += step(parameter.type)
    }
    return program
  }

  private func step(_ type: TypeName) -> String {
    switch type {
    case .flags: "f"
    case .int: "i"
    case .long, .double: "l"
    case .int128: "o"
    case .int256: "h"
    case .string, .bytes: "s"
    case .yes: ""
    case .query: "!"
    case .boxed("Bool"): "B"
    case .boxed("Object"): "*"
    case .boxed(let name): "T" + digits(typeIndex[name] ?? 0, 2)
    case .vector(let element): "V" + step(element)
    case .bareVector(let element): "v" + step(element)
    }
  }
}
