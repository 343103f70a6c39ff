/// A read-only object for a script: `m`, `m.chat`, `x.owner`, ...
///
/// In Lua it reads like a table (`type` says "table", `pairs`, `ipairs` and `#` work, nested tables
/// are read-only too), but assigning to it is an error, and reading a field it has not is an error
/// with "did you mean". A field that may be absent must therefore be there with the value `.nil`.
/// Fields are decoded when they are read, so that passing a large record costs one copy of bytes.
package struct ScriptRecord: Sendable, Hashable {
  /// The name of a ``ScriptClass`` of the environment; its methods are callable as `m:name()`.
  package var className: String
  package var items: [ScriptValue]
  package var fields: [ScriptTable.Field]

  package init(
    _ className: String, fields: [ScriptTable.Field] = [], items: [ScriptValue] = []
  ) {
    self.className = className
    self.items = items
    self.fields = fields
  }

  /// The value of the named field, nil when there is none.
  package subscript(name: String) -> ScriptValue? {
    fields.first { $0.isNamed(name) }?.value
  }
}

/// An opaque host object, such as a secret: scripts pass it on, call its class's methods, and can
/// read or print nothing of it. The number means something to the host alone.
package struct ScriptHandle: Sendable, Hashable {
  package let className: String
  package let id: UInt64

  package init(_ className: String, id: UInt64) {
    self.className = className
    self.id = id
  }
}

/// A Lua function that came out of a script while it loaded, callable with ``ScriptState/start``
/// for as long as its state lives. In another state it is refused.
package struct FunctionReference: Sendable, Hashable {
  package let id: UInt32
  /// Tells the states of a process apart.
  package let state: UInt64
  /// Where the function is defined.
  package let location: ScriptLocation
  /// That it names; `...` is none.
  package let parameters: Int
}

/// A line of a rule file.
package struct ScriptLocation: Sendable, Hashable, CustomStringConvertible {
  /// The name the source was loaded under: the path relative to the rules directory.
  package let file: String
  /// From 1.
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  package var description: String { "\(file):\(line)" }
}
