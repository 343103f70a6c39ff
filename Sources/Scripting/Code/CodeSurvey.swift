/// What the functions of a file do with the names they know, whether they are ever run or not.
///
/// Seen is what can be told without running anything: a variable that holds the same in every case. What
/// cannot be told is left out, so that all that stands here is so.
package struct CodeSurvey: Sendable {
  /// The file itself comes first.
  package var functions: [Function] = []
  package var accesses: [Access] = []
  package var calls: [Call] = []
  /// Returns of more than one value, or of a constant.
  package var returns: [Return] = []

  package struct Function: Sendable, Hashable {
    /// Where it begins; 0 for the file itself.
    package var line: Int
    package var parameters: Int
    /// The number of the one that it stands in.
    package var outer: Int?
    /// Whether more may call it than the calls that are seen.
    package var isOpen = true
  }

  /// Where a value comes from.
  package struct Origin: Sendable, Hashable {
    package var root: Root
    /// What was done to get there; for a global its name comes first.
    package var steps: [Step]

    func then(_ step: Step) -> Origin { Origin(root: root, steps: steps + [step]) }
  }

  package enum Root: Sendable, Hashable {
    case globals
    /// The function of this number itself; only as what is called.
    case function(Int)
    /// The function's number, and the parameter's, both from 0.
    case parameter(function: Int, index: Int)
  }

  package enum Step: Sendable, Hashable {
    case field(String)
    /// To be called as `value:name()`.
    case method(String)
    /// By a number.
    case item
    /// The first value that a call gives.
    case result
  }

  /// A name that is looked up, or assigned to.
  package struct Access: Sendable, Hashable {
    /// With the name last.
    package var origin: Origin
    package var isAssigned: Bool
    package var line: Int
  }

  /// A call of something whose origin is known.
  package struct Call: Sendable {
    package var callee: Origin
    /// The first of them, the object of a method call included.
    package var arguments: [Argument]
    /// The number of the function that it stands in.
    package var function: Int
    package var line: Int
    /// Whether it is a statement of its own, so that nothing gets what it gives.
    package var isStatement = false
  }

  package enum Argument: Sendable {
    case unknown
    case constant(ScriptValue)
    case table(Table)
    case origin(Origin)
  }

  /// A table that a function makes, as far as it is small enough to be written by hand.
  package struct Table: Sendable {
    /// In their order; nil for what is not constant.
    package var items: [ScriptValue?] = []
    package var fields: [Field] = []
    /// All that is in it is known by name.
    package var isWhole = true

    package init(items: [ScriptValue?] = []) { self.items = items }

    package struct Field: Sendable {
      package var name: String
      /// Nil if it is not constant.
      package var value: ScriptValue?
      package var line: Int
    }
  }

  package struct Return: Sendable {
    /// Nil where it is not known where the value comes from.
    package var values: [Origin?]
    /// The first of them, if it is constant.
    package var constant: ScriptValue?
    package var function: Int
    package var line: Int
  }

  /// - Parameter code: of a file just compiled, as `lua_dump` gives it.
  /// - Returns: nil if it is of another form.
  init?(code: [UInt8]) {
    guard let file = CodeReader.read(code) else { return nil }
    var walk = CodeWalk()
    // The only upvalue of a file holds the globals.
    walk.walk(file, upvalues: [file.assigns.first == false ? .globals : nil])
    self = walk.survey
  }

  init() {}
}
