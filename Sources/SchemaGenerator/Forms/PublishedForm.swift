/// Reads the published form: one definition a line, methods after `---functions---`.
package enum PublishedForm {
  /// `file` is only named in errors.
  package static func parse(
    _ text: String, file: String, name: String, layer: Int?
  ) throws -> Schema {
    var schema = Schema(name: name, layer: layer)
    var inMethods = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimming { $0.isWhitespace }
      if line.isEmpty || line.hasPrefix("//") { continue }
      if line.hasPrefix("---") {
        inMethods = line == "---functions---"
        continue
      }
      do {
        let definition = try parse(line)
        if inMethods {
          schema.methods.append(definition)
        } else {
          schema.constructors.append(definition)
        }
      } catch let error as LineError {
        throw SchemaError(file: file, line: index + 1, error.message)
      }
    }
    try SchemaCheck.check(schema, file: file)
    return schema
  }

  /// `name#id field:type ... = Type;`
  private static func parse(_ line: Substring) throws -> Definition {
    guard line.hasSuffix(";") else { throw LineError("a definition ends with ';'") }
    var words = line.dropLast().split(separator: " ")
    guard words.count >= 3, words[words.count - 2] == "=" else {
      throw LineError("a definition ends with '= Type;'")
    }
    let result = words[words.count - 1]
    let head = words[0].split(separator: "#", omittingEmptySubsequences: false)
    guard head.count == 2, let id = UInt32(head[1], radix: 16) else {
      throw LineError("'\(words[0])' is not of the form name#id")
    }
    words = Array(words[1..<(words.count - 2)])
    if words.first == "{X:Type}" {
      words.removeFirst()
    }
    return Definition(
      name: try Identifier.check(head[0]), id: id, parameters: try words.map(parameter),
      result: result == "X" ? .query : try type(result))
  }

  private static func parameter(_ word: Substring) throws -> Parameter {
    let parts = word.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { throw LineError("'\(word)' is not of the form name:type") }
    let name = try Identifier.check(parts[0])
    guard let mark = parts[1].firstIndex(of: "?") else {
      return Parameter(name, try type(parts[1]))
    }
    let flag = parts[1][..<mark].split(separator: ".")
    guard flag.count == 2, let bit = Int(flag[1]) else {
      throw LineError("'\(parts[1])' is not of the form flags.BIT?type")
    }
    return Parameter(
      name, try type(parts[1][mark...].dropFirst()),
      if: Condition(word: String(flag[0]), bit: bit))
  }

  private static func type(_ word: Substring) throws -> TypeName {
    switch word {
    case "int": return .int
    case "long": return .long
    case "double": return .double
    case "int128": return .int128
    case "int256": return .int256
    case "string": return .string
    case "bytes": return .bytes
    case "#": return .flags
    case "true": return .yes
    case "!X": return .query
    default: break
    }
    for (prefix, make) in [("Vector<", TypeName.vector), ("vector<", TypeName.bareVector)]
    where word.hasPrefix(prefix) && word.hasSuffix(">") {
      return make(try type(word.dropFirst(prefix.count).dropLast()))
    }
    return .boxed(try Identifier.checkType(word))
  }
}

extension Substring {
  func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
    var result = drop(while: isTrimmed)
    while let last = result.last, isTrimmed(last) {
      result.removeLast()
    }
    return result
  }
}
