/// What is wrong with a call that a person wrote: where, and what to do. Holds names of the schema and of
/// the JSON text, never values.
package struct RawError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Code: Sendable, Hashable {
    /// The text is no JSON, or too large, or nested too deep.
    case syntax
    /// The layer has no such method, type or constructor.
    case unknownName
    /// A member that the constructor does not have.
    case unknownField
    case missingField
    case wrongType
    /// More bytes or levels than a call may have.
    case tooLarge
  }

  package var code: Code
  /// A sentence; where the JSON text is concerned it begins with the place, `$.peer.user_id`.
  package var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// - Parameter path: of the value, from `$`.
  init(_ code: Code, at path: JSONPath, _ message: String) {
    self.init(code, "\(path): \(message).")
  }

  package var description: String { message }
}

/// Where a value stands in a JSON text: `$.media.file[0]`.
struct JSONPath: CustomStringConvertible, Sendable {
  private indirect enum Step: Sendable {
    case root
    case member(String, of: Step)
    case element(Int, of: Step)
  }

  private let step: Step

  static let root = JSONPath(step: .root)

  func member(_ name: String) -> JSONPath { JSONPath(step: .member(name, of: step)) }
  func element(_ index: Int) -> JSONPath { JSONPath(step: .element(index, of: step)) }

  var description: String { Self.text(step) }

  private static func text(_ step: Step) -> String {
    switch step {
    case .root: "$"
    case .member(let name, let outer): text(outer) + "." + name.prefix(60)
    case .element(let index, let outer): text(outer) + "[\(index)]"
    }
  }
}
