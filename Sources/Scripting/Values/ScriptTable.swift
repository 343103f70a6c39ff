/// A Lua table as a value: positional items 1...n, and fields by key.
///
/// `{ "private", contacts = true }` has one item and one field. The order in which a script wrote
/// its fields is not kept by Lua, so a table that comes out of a script has its fields sorted:
/// integer keys first, ascending, then names by their bytes. The same table always reads the same.
package struct ScriptTable: Sendable, Hashable {
  package enum Key: Sendable, Hashable, Comparable {
    case integer(Int64)
    case name(String)
  }

  package struct Field: Sendable, Hashable {
    package var key: Key
    package var value: ScriptValue

    package init(key: Key, value: ScriptValue) {
      self.key = key
      self.value = value
    }

    package init(name: String, value: ScriptValue) {
      self.init(key: .name(name), value: value)
    }

    package func isNamed(_ name: String) -> Bool {
      if case .name(let own) = key { own == name } else { false }
    }
  }

  package var items: [ScriptValue]
  package var fields: [Field]

  package init(items: [ScriptValue] = [], fields: [Field] = []) {
    self.items = items
    self.fields = fields
  }

  package var isEmpty: Bool { items.isEmpty && fields.isEmpty }

  /// The value of the named field, nil when there is none.
  package subscript(name: String) -> ScriptValue? {
    fields.first { $0.isNamed(name) }?.value
  }
}

extension ScriptTable.Key: CustomStringConvertible {
  package var description: String {
    switch self {
    case .integer(let value): "[\(value)]"
    case .name(let name): name
    }
  }
}
