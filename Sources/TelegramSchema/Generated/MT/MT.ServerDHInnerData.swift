// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `server_DH_inner_data#b5890dba`
  package struct ServerDHInnerData: TLConstructor {
    package static var constructorID: UInt32 { 0xb5890dba }
    package let nonce: TLInt128
    package let serverNonce: TLInt128
    package let g: Int32
    package let dhPrime: [UInt8]
    package let gA: [UInt8]
    package let serverTime: Int32

    package init(nonce: TLInt128, serverNonce: TLInt128, g: Int32, dhPrime: [UInt8], gA: [UInt8], serverTime: Int32) {
      self.nonce = nonce
      self.serverNonce = serverNonce
      self.g = g
      self.dhPrime = dhPrime
      self.gA = gA
      self.serverTime = serverTime
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.int128()
      self.serverNonce = try reader.int128()
      self.g = try reader.int()
      self.dhPrime = try reader.bytes()
      self.gA = try reader.bytes()
      self.serverTime = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int128(nonce)
      writer.int128(serverNonce)
      writer.int(g)
      writer.bytes(dhPrime)
      writer.bytes(gA)
      writer.int(serverTime)
    }
  }
}
