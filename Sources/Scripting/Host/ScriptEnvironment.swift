/// What the scripts of a state find around them. Built once for a state, before it loads anything.
///
/// Beside this, scripts have the harmless part of Lua 5.4: `assert error getmetatable ipairs next
/// pairs pcall rawequal rawget rawlen rawset select setmetatable tonumber tostring type xpcall
/// require`, and `string table math utf8 coroutine` without what reaches outside. All of it is
/// read-only; `pairs` visits keys in a fixed order; `math.random` follows the run's seed.
package struct ScriptEnvironment {
  package var functions: [HostFunction]
  package var classes: [ScriptClass]
  /// Constants by name, dots as in function names. A record is the way to a read-only table.
  package var constants: [(name: String, value: ScriptValue)]
  /// What to say about names that scripts may look for and that are not here: the key is the name
  /// ("os", "string.dump"), the value a sentence ("os is not available in rules; use x.now ...").
  /// For other unknown names the nearest known name is offered.
  package var hints: [String: String]
  /// Finds the source for `require "name"`, from the snapshot that is being loaded; nil when there
  /// is no such module.
  package var module: (_ name: String) -> ScriptSource?
  /// The error text of a `require` for which there is no module.
  package var missingModule: (_ name: String) -> String = { "there is no module '\($0)'" }
  package var limits: ScriptLimits

  package init(
    functions: [HostFunction] = [], classes: [ScriptClass] = [],
    constants: [(name: String, value: ScriptValue)] = [], hints: [String: String] = [:],
    limits: ScriptLimits = ScriptLimits(),
    module: @escaping (_ name: String) -> ScriptSource? = { _ in nil }
  ) {
    self.functions = functions
    self.classes = classes
    self.constants = constants
    self.hints = hints
    self.limits = limits
    self.module = module
  }
}

/// A kind of ``ScriptRecord`` or ``ScriptHandle``, with its methods.
package struct ScriptClass {
  package let name: String
  /// Of its records that are written by a shape; nil where each record tells its fields by itself.
  package let shape: RecordShape?
  /// Named without the class; the body finds the object as its first argument.
  package let methods: [HostFunction]

  package init(_ name: String, methods: [HostFunction] = []) {
    self.name = name
    self.shape = nil
    self.methods = methods
  }

  package init(_ shape: RecordShape, methods: [HostFunction] = []) {
    self.name = shape.className
    self.shape = shape
    self.methods = methods
  }
}

/// The text of one file.
package struct ScriptSource: Sendable, Hashable {
  /// As it shall stand in error texts: the path relative to the rules directory.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
