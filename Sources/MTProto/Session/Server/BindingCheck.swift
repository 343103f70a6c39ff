internal import TL
package import TelegramSchema

/// The server's look at auth.bindTempAuthKey.
package enum BindingCheck {
  /// - Parameters:
  ///   - message: the id of the message that the request came in.
  ///   - temporaryKey: the key it came under.
  ///   - permanentKey: the one that it names; nil if there is none.
  /// - Returns: the error to answer with; nil if the proof is good.
  package static func refusal(
    of request: Methods.Auth.BindTempAuthKey, message: Int64, session: Int64,
    temporaryKey: AuthKey, permanentKey: AuthKey?
  ) -> String? {
    guard let permanentKey, permanentKey.id == request.permAuthKeyId,
      let inner = BindingMessage.open(
        request.encryptedMessage, messageID: message, with: permanentKey),
      inner.nonce == request.nonce, inner.tempAuthKeyId == temporaryKey.id,
      inner.permAuthKeyId == permanentKey.id, inner.tempSessionId == session,
      inner.expiresAt == request.expiresAt
    else { return "ENCRYPTED_MESSAGE_INVALID" }
    return nil
  }
}
