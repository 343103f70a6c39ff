/// One schema: all constructors and methods of a layer, or of MTProto itself.
package struct Schema: Equatable, Sendable {
  /// Where its types live: `api` or `mtproto`.
  package var name: String
  /// The API layer; nil for MTProto's own schema.
  package var layer: Int?
  package var constructors: [Definition]
  package var methods: [Definition]

  package init(
    name: String, layer: Int? = nil, constructors: [Definition] = [], methods: [Definition] = []
  ) {
    self.name = name
    self.layer = layer
    self.constructors = constructors
    self.methods = methods
  }

  package var definitions: [Definition] { constructors + methods }
}

/// A constructor or a method.
package struct Definition: Equatable, Sendable {
  /// As published, with its namespace: `messages.sendMessage`.
  package var name: String
  package var id: UInt32
  package var parameters: [Parameter]
  /// The type a constructor belongs to, or what a method answers with.
  package var result: TypeName

  package init(name: String, id: UInt32, parameters: [Parameter], result: TypeName) {
    self.name = name
    self.id = id
    self.parameters = parameters
    self.result = result
  }

  /// Whether it wraps another call, whose result is then its own (`{X:Type} ... query:!X = X`).
  package var isGeneric: Bool { parameters.contains { $0.type == .query } }
}

package struct Parameter: Equatable, Sendable {
  package var name: String
  /// The bit that says whether the parameter is there; nil: always.
  package var condition: Condition?
  package var type: TypeName

  package init(_ name: String, _ type: TypeName, if condition: Condition? = nil) {
    self.name = name
    self.type = type
    self.condition = condition
  }
}

/// `flags.3?`: bit 3 of the flags word called `flags`.
package struct Condition: Hashable, Sendable {
  package var word: String
  package var bit: Int

  package init(word: String, bit: Int) {
    self.word = word
    self.bit = bit
  }
}

package indirect enum TypeName: Hashable, Sendable {
  case int, long, double, int128, int256, string, bytes
  /// `#`: a word of flags.
  case flags
  /// `true`: takes no bytes; the flag is the value.
  case yes
  /// `!X` as a parameter, `X` as a result.
  case query
  /// A boxed type by its published name.
  case boxed(String)
  case vector(TypeName)
  /// Without a constructor id in front of the count.
  case bareVector(TypeName)
}
