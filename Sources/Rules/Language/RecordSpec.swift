import Scripting

/// A read-only record that functions get: reference, editor stubs and a test of what is really handed
/// over all come from here.
struct RecordSpec: Sendable {
  /// Its ``ScriptClassName``.
  let className: String
  /// As functions see it: `m`, `m.chat`, one of `m.entities`.
  let shown: String
  let doc: String
  let fields: [FieldSpec]
  /// What can be called on it; ``RuleEnvironment`` has the bodies.
  let methods: [MethodSpec]
  /// In which it crosses.
  let shape: RecordShape

  init(
    _ className: String, shown: String, doc: String, fields: [FieldSpec],
    methods: [MethodSpec] = []
  ) {
    self.className = className
    self.shown = shown
    self.doc = doc
    self.fields = fields
    self.methods = methods
    shape = RecordShape(className, fields: fields.map(\.name))
  }
}

struct FieldSpec: Sendable {
  let name: String
  let type: FieldType
  /// Whether it may be nil; the field is there in any case.
  let isOptional: Bool
  let doc: String

  init(_ name: String, _ type: FieldType, optional: Bool = false, doc: String) {
    self.name = name
    self.type = type
    isOptional = optional
    self.doc = doc
  }
}

struct MethodSpec: Sendable {
  let name: String
  /// As documentation shows the call.
  let signature: String
  let type: FunctionType
  let doc: String
}

indirect enum FieldType: Sendable {
  case text
  case integer
  case number
  case boolean
  /// Seconds since 1970.
  case instant
  case word([String])
  /// Of this ``ScriptClassName``.
  case record(String)
  case list(FieldType)
}

extension FieldType {
  var expectation: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .instant: "an instant"
    case .word(let words): ValueType.word(words).expectation
    case .record(let name):
      RuleRecords.all.first { $0.className == name }.map { "`\($0.shown)`" } ?? name
    case .list(let type): "a list of \(type.expectation)"
    }
  }
}
