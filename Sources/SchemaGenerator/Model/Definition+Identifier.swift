extension Definition {
  /// The id that follows from the definition: CRC-32 of its published text without id, angle brackets,
  /// braces and `true` flags, and with `bytes` parameters written as `string`
  /// (core.telegram.org/mtproto/TL-formal, with the exceptions that the published ids themselves show).
  package var derivedID: UInt32 {
    CRC32.checksum(normalized)
  }

  var normalized: String {
    var words = [name]
    if isGeneric {
      words.append("X:Type")
    }
    for parameter in parameters where parameter.type != .yes {
      let condition = parameter.condition.map { "\($0.word).\($0.bit)?" } ?? ""
      let type = parameter.type == .bytes ? TypeName.string : parameter.type
      words.append("\(parameter.name):\(condition)\(type.published)")
    }
    words.append("=")
    words.append(result == .query ? "X" : result.published)
    return words.joined(separator: " ")
      .replacing("<", with: " ").replacing(">", with: "")
  }
}

extension TypeName {
  /// As the published form writes it.
  var published: String {
    switch self {
    case .int: "int"
    case .long: "long"
    case .double: "double"
    case .int128: "int128"
    case .int256: "int256"
    case .string: "string"
    case .bytes: "bytes"
    case .flags: "#"
    case .yes: "true"
    case .query: "!X"
    case .boxed(let name): name
    case .vector(let element): "Vector<\(element.published)>"
    case .bareVector(let element): "vector<\(element.published)>"
    }
  }
}
