extension SourceText {
  /// A struct for one constructor or method.
  mutating func structure(
    _ name: String, for definition: Definition, conforming: String, isRecursive: Bool = false,
    in model: TypedModel, members: (inout SourceText) -> Void = { _ in }
  ) {
    let fields = Fields(definition, in: model)
    line("/// `\(definition.name)#\(Hex.text(definition.id))`")
    block("package struct \(name): \(conforming)") { source in
      source.line("package static var constructorID: UInt32 { 0x\(Hex.text(definition.id)) }")
      members(&source)
      for field in fields.stored {
        source.line("package let \(field.name): \(field.swiftType)")
      }
      for (name, bit) in fields.implied {
        source.line("/// Sent by the same bit as the values it follows from.")
        source.line("package var \(name): Bool { \(fields.isSet(bit)) }")
      }
      source.memberwiseInitializer(fields)
      source.bodyInitializer(fields, isRecursive: isRecursive, in: model)
      source.bodyEncoder(fields, in: model)
    }
  }

  private mutating func memberwiseInitializer(_ fields: Fields) {
    let parameters = fields.stored.map { field in
      field.name + ": " + field.swiftType
        + (field.isFlag ? " = false" : field.isOptional ? " = nil" : "")
    }
    line()
    block("package init(\(parameters.joined(separator: ", ")))") { source in
      for field in fields.stored {
        source.line("self.\(field.name) = \(field.name)")
      }
    }
  }

  private mutating func bodyInitializer(_ fields: Fields, isRecursive: Bool, in model: TypedModel) {
    line()
    line("@inline(never)")
    block("package init(body reader: inout TLReader) throws(TLError)") { source in
      if isRecursive {
        source.line("try reader.enter()")
      }
      for item in fields.layout {
        switch item {
        case .word(let word):
          if fields.bits(of: word).isEmpty {
            source.line("_ = try reader.uint()")
          } else {
            source.line("let \(word)Word = try reader.uint()")
          }
          for field in fields.stored where field.isFlag {
            guard let bit = field.condition, bit.word == word else { continue }
            source.line("self.\(field.name) = \(bit.test)")
          }
        case .field(let field):
          let value = "try " + model.readExpression(field.type)
          let whole = field.condition.map { "\($0.test) ? \(value) : nil" } ?? value
          source.line("self.\(field.name) = \(whole)")
        }
      }
      if isRecursive {
        source.line("reader.leave()")
      }
    }
  }

  private mutating func bodyEncoder(_ fields: Fields, in model: TypedModel) {
    line()
    line("@inline(never)")
    block("package func encodeBody(to writer: inout TLWriter)") { source in
      for word in fields.words {
        let bits = fields.bits(of: word)
        source.line("\(bits.isEmpty ? "let" : "var") \(word)Word: UInt32 = 0")
        for bit in bits {
          source.line("if \(fields.isSet(bit)) { \(word)Word |= \(bit.mask) }")
        }
      }
      for item in fields.layout {
        switch item {
        case .word(let word):
          source.line("writer.uint(\(word)Word)")
        case .field(let field):
          let write = model.writeStatement(field.type, field.name)
          if let bit = field.condition {
            let shared = fields.values(of: bit).count > 1
            source.line(
              "if let \(field.name)\(shared ? ", \(bit.test)" : "") { \(write) }")
          } else {
            source.line(write)
          }
        }
      }
    }
  }
}

extension Condition {
  /// An expression that tells whether the bit is set in the word that was read or is written.
  fileprivate var test: String { "\(word)Word & \(mask) != 0" }

  fileprivate var mask: String { "0x" + String(UInt32(1) << UInt32(bit), radix: 16) }
}
