/// Why a cryptographic operation was refused. Holds no key material.
package struct CryptographyError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Code: String, Equatable, Sendable {
    /// The input has a size or form that the operation does not take.
    case invalidInput
    /// The PEM text is no RSA key of the kind that was asked for.
    case invalidKey
    /// Sealed data is damaged, or was sealed with another key or for another purpose.
    case notAuthentic
    /// libcrypto reported a failure (out of memory, a provider that is missing).
    case libraryFailure
  }

  package var code: Code
  /// One sentence for a person: what was wrong, and what to do where there is something to do.
  package var message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }

  static func library(_ operation: String) -> Self {
    Self(.libraryFailure, "libcrypto failed in \(operation).")
  }
}
