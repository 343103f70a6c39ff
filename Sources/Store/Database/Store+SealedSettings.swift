internal import Foundation
package import Model

extension Store {
  /// A setting that nobody may read in the file, such as a proxy with its password.
  ///
  /// - Throws: ``StoreError`` with code `wrongKey` if the key file is not the one it was sealed with.
  package func sealedSetting(
    _ name: String, account: AccountID
  ) async throws -> Secret<String>? {
    guard let text = try await setting(name, account: account) else { return nil }
    guard let sealed = Data(base64Encoded: text) else {
      throw StoreError(.damaged, "The \(Self.context(name, account)) is damaged.")
    }
    let bytes = try vault.open(Array(sealed), context: Self.context(name, account))
    return Secret(String(decoding: bytes, as: UTF8.self))
  }

  /// Nil takes the setting away.
  package func setSealed(
    _ name: String, to value: Secret<String>?, account: AccountID
  ) async throws {
    let sealed = try value.map { value in
      Data(try vault.seal(Array(value.reveal().utf8), context: Self.context(name, account)))
        .base64EncodedString()
    }
    try await set(name, to: sealed, account: account)
  }

  private static func context(_ name: String, _ account: AccountID) -> String {
    "\(name) of account \(account)"
  }
}
