/// Why the sandbox could not do its work.
package struct SandboxError: Error, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable {
    case key
    case listen
    case store
    /// A script asked for something that the world refuses.
    case refused
  }

  package let code: Code
  package let message: String
  package let cause: (any Error)?

  package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package var description: String { cause.map { "\(message) (\($0))" } ?? message }
}
