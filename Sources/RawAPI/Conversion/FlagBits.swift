/// The flags words of one value, as the fields that are there make them.
struct FlagBits {
  private var words: [String: UInt32] = [:]

  init(
    _ definition: RawDefinition, _ values: [String: JSONValue], at path: JSONPath
  ) throws(RawError) {
    for field in definition.fields {
      guard let condition = field.condition, let value = values[field.name] else { continue }
      if field.type == .yes {
        guard case .bool(let flag) = value else {
          throw Scalars.wrong(value, "true", at: path.member(field.name))
        }
        guard flag else { continue }
      }
      words[condition.word, default: 0] |= 1 << UInt32(condition.bit)
    }
    // Several fields may hang on one flag: they are there together or not at all.
    for field in definition.fields {
      guard let condition = field.condition, isSet(condition), field.type != .yes,
        values[field.name] == nil
      else { continue }
      let others = definition.fields
        .filter { $0.condition == condition && values[$0.name] != nil }.map { "\"\($0.name)\"" }
      throw RawError(
        .missingField, at: path,
        "\(definition.name) takes \"\(field.name)\" (\(field.type.published)) together with "
          + others.joined(separator: ", "))
    }
  }

  func word(_ name: String) -> UInt32 { words[name] ?? 0 }

  func isSet(_ condition: RawDefinition.Condition) -> Bool {
    word(condition.word) >> UInt32(condition.bit) & 1 == 1
  }
}
