internal import Cryptography
internal import TL
internal import TelegramSchema

/// How far the key of a session is bound to the client's permanent key.
struct KeyBinding: Sendable {
  enum State: Hashable, Sendable {
    /// The server has to be told before anything else.
    case needed
    /// It was told, at this instant (monotonic), and has not answered.
    case requested(Duration)
    case done
  }

  let permanentKey: AuthKey
  let expiresAt: Int32
  /// Whether this session is the one to bind it.
  let isOwn: Bool
  var state: State

  /// auth.bindTempAuthKey, for the message and session that it travels in.
  func request(
    for key: AuthKey, sessionID: Int64, messageID: Int64, random: RandomSource
  ) -> [UInt8] {
    let nonce = random.int64()
    let inner = MT.BindAuthKeyInner(
      nonce: nonce, tempAuthKeyId: key.id, permAuthKeyId: permanentKey.id,
      tempSessionId: sessionID, expiresAt: expiresAt)
    return Methods.Auth.BindTempAuthKey(
      permAuthKeyId: permanentKey.id, nonce: nonce, expiresAt: expiresAt,
      encryptedMessage: BindingMessage.seal(
        inner, messageID: messageID, with: permanentKey, random: random)
    ).encoded()
  }
}

extension ClientSession {
  /// Whether calls may go out.
  var isBound: Bool { binding == nil || binding?.state == .done }

  /// Puts the request first in line, once.
  mutating func requestBinding() {
    notices.removeAll { if case .bind = $0 { true } else { false } }
    notices.insert(.bind, at: 0)
  }

  mutating func settleBinding(_ result: MT.RpcResult) {
    guard case .requested? = binding?.state else { return }
    var budget = SessionLimits.unpackedSize
    let body = Gzip.stripped(result.result.bytes, budget: &budget) ?? []
    if (try? Bool(bytes: body)) == true {
      binding?.state = .done
      return actions.append(.bound)
    }
    binding?.state = .needed
    let error = try? MT.RpcError(bytes: body)
    actions.append(
      .bindingRefused(
        RPCError(code: error?.errorCode ?? 400, text: error?.errorMessage ?? "BINDING_REFUSED")))
  }

  /// The server has forgotten what the key is bound to, as it may at any time.
  ///
  /// - Returns: whether the call is sent again after another binding.
  mutating func rebind(for call: PendingCall, after error: MT.RpcError) -> Bool {
    guard binding != nil, error.errorMessage == "AUTH_KEY_PERM_EMPTY", call.rebindings < 2 else {
      return false
    }
    calls[call.id]?.rebindings += 1
    calls[call.id]?.phase = .waiting
    isIntroduced = false
    guard binding?.state == .done else { return true }
    binding?.state = .needed
    if binding?.isOwn == true { requestBinding() } else { actions.append(.unbound) }
    return true
  }
}
