// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `resPQ#05162463`
  package struct ResPQ: TLConstructor {
    package static var constructorID: UInt32 { 0x05162463 }
    package let nonce: TLInt128
    package let serverNonce: TLInt128
    package let pq: [UInt8]
    package let serverPublicKeyFingerprints: [Int64]

    package init(nonce: TLInt128, serverNonce: TLInt128, pq: [UInt8], serverPublicKeyFingerprints: [Int64]) {
      self.nonce = nonce
      self.serverNonce = serverNonce
      self.pq = pq
      self.serverPublicKeyFingerprints = serverPublicKeyFingerprints
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.int128()
      self.serverNonce = try reader.int128()
      self.pq = try reader.bytes()
      self.serverPublicKeyFingerprints = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int128(nonce)
      writer.int128(serverNonce)
      writer.bytes(pq)
      writer.vector(serverPublicKeyFingerprints)
    }
  }
}
