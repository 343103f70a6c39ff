// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `Set_client_DH_params_answer`
  package enum SetClientDHParamsAnswer: TLDecodable, TLEncodable {
    indirect case dhGenFail(MT.SetClientDHParamsAnswer.DhGenFail)
    indirect case dhGenOk(MT.SetClientDHParamsAnswer.DhGenOk)
    indirect case dhGenRetry(MT.SetClientDHParamsAnswer.DhGenRetry)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xa69dae02:
        self = .dhGenFail(try MT.SetClientDHParamsAnswer.DhGenFail(body: &reader))
      case 0x3bcbf734:
        self = .dhGenOk(try MT.SetClientDHParamsAnswer.DhGenOk(body: &reader))
      case 0x46dc1fb9:
        self = .dhGenRetry(try MT.SetClientDHParamsAnswer.DhGenRetry(body: &reader))
      default:
        throw reader.unknown(id, in: "Set_client_DH_params_answer")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .dhGenFail(let value): writer.constructor(0xa69dae02); value.encodeBody(to: &writer)
      case .dhGenOk(let value): writer.constructor(0x3bcbf734); value.encodeBody(to: &writer)
      case .dhGenRetry(let value): writer.constructor(0x46dc1fb9); value.encodeBody(to: &writer)
      }
    }

    /// `dh_gen_fail#a69dae02`
    package struct DhGenFail: Sendable {
      package static var constructorID: UInt32 { 0xa69dae02 }
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonceHash3: TLInt128

      package init(nonce: TLInt128, serverNonce: TLInt128, newNonceHash3: TLInt128) {
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonceHash3 = newNonceHash3
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonceHash3 = try reader.int128()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int128(newNonceHash3)
      }
    }

    /// `dh_gen_ok#3bcbf734`
    package struct DhGenOk: Sendable {
      package static var constructorID: UInt32 { 0x3bcbf734 }
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonceHash1: TLInt128

      package init(nonce: TLInt128, serverNonce: TLInt128, newNonceHash1: TLInt128) {
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonceHash1 = newNonceHash1
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonceHash1 = try reader.int128()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int128(newNonceHash1)
      }
    }

    /// `dh_gen_retry#46dc1fb9`
    package struct DhGenRetry: Sendable {
      package static var constructorID: UInt32 { 0x46dc1fb9 }
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonceHash2: TLInt128

      package init(nonce: TLInt128, serverNonce: TLInt128, newNonceHash2: TLInt128) {
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonceHash2 = newNonceHash2
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonceHash2 = try reader.int128()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int128(newNonceHash2)
      }
    }
  }
}
