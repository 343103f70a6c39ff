/// One key of a table in a rule file: checks, error texts and documentation all come from here. A class, as
/// every table that is read goes through them.
final class KeySpec: Sendable {
  let name: String
  let type: ValueType
  let isRequired: Bool
  /// What holds when the key is absent, as a rule file would write it.
  let standard: String?
  /// One or more sentences.
  let doc: String

  init(
    _ name: String, _ type: ValueType, required: Bool = false, standard: String? = nil,
    doc: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.standard = standard
    self.doc = doc
  }
}

/// The closed schema of one kind of table: `rule "friends" {...}`, `ai_reply {...}`, `when = {...}`.
final class TableSpec: Sendable {
  /// As rule files write it: `monitor`, `ai_reply`, `when`.
  let name: String
  let doc: String
  /// What may stand in the table without a key; nil: nothing.
  let items: ItemSpec?
  /// The key that a function given in place of the table stands for; nil: none.
  let shorthand: KeySpec?
  let keys: [KeySpec]

  struct ItemSpec: Sendable {
    let type: ValueType
    /// The most that may stand there.
    let most: Int
    let isRequired: Bool
    let doc: String

    init(_ type: ValueType, most: Int = 1000, required: Bool = false, doc: String) {
      self.type = type
      self.most = most
      self.isRequired = required
      self.doc = doc
    }
  }

  init(
    _ name: String, doc: String, items: ItemSpec? = nil, shorthand: KeySpec? = nil,
    keys: [KeySpec] = []
  ) {
    self.name = name
    self.doc = doc
    self.items = items
    self.shorthand = shorthand
    self.keys = keys
  }
}

/// What rules declare under a name and refer to by it.
enum DeclaredKind: String, Sendable, Hashable, CaseIterable {
  case monitor, filter, hours, delay, persona, limit
}
