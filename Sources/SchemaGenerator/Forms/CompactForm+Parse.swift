extension CompactForm {
  /// `file` is only named in errors.
  package static func parse(_ text: String, file: String) throws -> Schema {
    var reader = Reader()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("//") {
      do {
        try reader.read(line)
      } catch let error as LineError {
        throw SchemaError(file: file, line: index + 1, error.message)
      }
    }
    guard let schema = reader.schema else {
      throw SchemaError(file: file, line: 1, "the first line is 'schema NAME [LAYER]'")
    }
    try SchemaCheck.check(schema, file: file)
    return schema
  }

  private struct Reader {
    var schema: Schema?
    var section: Substring?
    var result: TypeName?

    mutating func read(_ line: Substring) throws {
      let words = line.split(separator: " ")
      guard schema != nil else {
        schema = try heading(words)
        return
      }
      if line.hasPrefix(" ") {
        guard let result, let section else {
          throw LineError("a definition stands under the name of its type")
        }
        let definition = try CompactForm.definition(words, result: result)
        if section == "methods" {
          schema?.methods.append(definition)
        } else {
          schema?.constructors.append(definition)
        }
      } else if line == "constructors" || line == "methods" {
        section = line
        result = nil
      } else {
        guard section != nil else { throw LineError("'constructors' or 'methods' comes first") }
        result = try type(line)
      }
    }

    private func heading(_ words: [Substring]) throws -> Schema {
      guard (2...3).contains(words.count), words[0] == "schema" else {
        throw LineError("the first line is 'schema NAME [LAYER]'")
      }
      guard words.count == 3 else { return Schema(name: String(words[1])) }
      guard let layer = Int(words[2]) else { throw LineError("'\(words[2])' is not a layer") }
      return Schema(name: String(words[1]), layer: layer)
    }
  }

  private static func definition(_ words: [Substring], result: TypeName) throws -> Definition {
    guard words.count >= 2, words[0].utf8.count == 8, let id = UInt32(words[0], radix: 16) else {
      throw LineError("a definition begins with an id of eight hexadecimal digits and a name")
    }
    return Definition(
      name: try Identifier.check(words[1]), id: id,
      parameters: try words.dropFirst(2).map(parameter),
      result: result)
  }

  private static func parameter(_ word: Substring) throws -> Parameter {
    if word.hasPrefix("#") {
      guard word == "#" || Int(word.dropFirst()) != nil else {
        throw LineError("'\(word)' is not a flags word")
      }
      return Parameter("flags" + word.dropFirst(), .flags)
    }
    let parts = word.split(separator: ":", maxSplits: 1)
    let head = parts[0].split(separator: "@", maxSplits: 1)
    let name = try Identifier.check(head.first ?? "")
    let condition = head.count == 2 ? try CompactForm.condition(head[1]) : nil
    guard parts.count == 2 else {
      guard condition != nil else { throw LineError("'\(word)' has neither a type nor a flag") }
      return Parameter(name, .yes, if: condition)
    }
    return Parameter(name, try type(parts[1]), if: condition)
  }

  private static func condition(_ text: Substring) throws -> Condition {
    let parts = text.split(separator: ".")
    guard (1...2).contains(parts.count), parts.allSatisfy({ Int($0) != nil }),
      let bit = parts.last.flatMap({ Int($0) })
    else { throw LineError("'@\(text)' is not a flag") }
    return Condition(word: parts.count == 2 ? "flags\(parts[0])" : "flags", bit: bit)
  }

  private static func type(_ word: Substring) throws -> TypeName {
    if let letter = letters.first(where: { $0.0 == word }) {
      return letter.1
    }
    if word.hasPrefix("["), word.hasSuffix("]") {
      return .vector(try type(word.dropFirst().dropLast()))
    }
    if word.hasPrefix("<"), word.hasSuffix(">") {
      return .bareVector(try type(word.dropFirst().dropLast()))
    }
    return .boxed(try Identifier.checkType(word))
  }
}
