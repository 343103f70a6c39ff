// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `client_DH_inner_data#6643b654`
  package struct ClientDHInnerData: TLConstructor {
    package static var constructorID: UInt32 { 0x6643b654 }
    package let nonce: TLInt128
    package let serverNonce: TLInt128
    package let retryId: Int64
    package let gB: [UInt8]

    package init(nonce: TLInt128, serverNonce: TLInt128, retryId: Int64, gB: [UInt8]) {
      self.nonce = nonce
      self.serverNonce = serverNonce
      self.retryId = retryId
      self.gB = gB
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.int128()
      self.serverNonce = try reader.int128()
      self.retryId = try reader.long()
      self.gB = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int128(nonce)
      writer.int128(serverNonce)
      writer.long(retryId)
      writer.bytes(gB)
    }
  }
}
