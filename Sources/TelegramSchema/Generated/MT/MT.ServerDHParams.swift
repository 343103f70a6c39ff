// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `Server_DH_Params`
  package enum ServerDHParams: TLDecodable, TLEncodable {
    indirect case serverDHParamsFail(MT.ServerDHParams.ServerDHParamsFail)
    indirect case serverDHParamsOk(MT.ServerDHParams.ServerDHParamsOk)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x79cb045d:
        self = .serverDHParamsFail(try MT.ServerDHParams.ServerDHParamsFail(body: &reader))
      case 0xd0e8075c:
        self = .serverDHParamsOk(try MT.ServerDHParams.ServerDHParamsOk(body: &reader))
      default:
        throw reader.unknown(id, in: "Server_DH_Params")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .serverDHParamsFail(let value): writer.constructor(0x79cb045d); value.encodeBody(to: &writer)
      case .serverDHParamsOk(let value): writer.constructor(0xd0e8075c); value.encodeBody(to: &writer)
      }
    }

    /// `server_DH_params_fail#79cb045d`
    package struct ServerDHParamsFail: Sendable {
      package static var constructorID: UInt32 { 0x79cb045d }
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonceHash: TLInt128

      package init(nonce: TLInt128, serverNonce: TLInt128, newNonceHash: TLInt128) {
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonceHash = newNonceHash
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonceHash = try reader.int128()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int128(newNonceHash)
      }
    }

    /// `server_DH_params_ok#d0e8075c`
    package struct ServerDHParamsOk: Sendable {
      package static var constructorID: UInt32 { 0xd0e8075c }
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let encryptedAnswer: [UInt8]

      package init(nonce: TLInt128, serverNonce: TLInt128, encryptedAnswer: [UInt8]) {
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.encryptedAnswer = encryptedAnswer
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.encryptedAnswer = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.bytes(encryptedAnswer)
      }
    }
  }
}
