internal import TL
internal import TelegramSchema

/// The four forms of p_q_inner_data, as one.
struct ClientInnerData: Sendable {
  let product: [UInt8]
  let p: [UInt8]
  let q: [UInt8]
  let nonce: TLInt128
  let secrets: NonceSecrets
  var dc: Int32?
  var expiresIn: Int32?

  init(_ data: MT.PQInnerData) {
    switch data {
    case .pQInnerData(let inner):
      (product, p, q, nonce) = (inner.pq, inner.p, inner.q, inner.nonce)
      secrets = NonceSecrets(newNonce: inner.newNonce, serverNonce: inner.serverNonce)
    case .pQInnerDataDc(let inner):
      (product, p, q, nonce) = (inner.pq, inner.p, inner.q, inner.nonce)
      secrets = NonceSecrets(newNonce: inner.newNonce, serverNonce: inner.serverNonce)
      dc = inner.dc
    case .pQInnerDataTemp(let inner):
      (product, p, q, nonce) = (inner.pq, inner.p, inner.q, inner.nonce)
      secrets = NonceSecrets(newNonce: inner.newNonce, serverNonce: inner.serverNonce)
      expiresIn = inner.expiresIn
    case .pQInnerDataTempDc(let inner):
      (product, p, q, nonce) = (inner.pq, inner.p, inner.q, inner.nonce)
      secrets = NonceSecrets(newNonce: inner.newNonce, serverNonce: inner.serverNonce)
      dc = inner.dc
      expiresIn = inner.expiresIn
    }
  }
}
