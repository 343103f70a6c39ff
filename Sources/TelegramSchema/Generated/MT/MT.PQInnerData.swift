// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `P_Q_inner_data`
  package enum PQInnerData: TLDecodable, TLEncodable {
    indirect case pQInnerData(MT.PQInnerData.PQInnerData)
    indirect case pQInnerDataDc(MT.PQInnerData.PQInnerDataDc)
    indirect case pQInnerDataTemp(MT.PQInnerData.PQInnerDataTemp)
    indirect case pQInnerDataTempDc(MT.PQInnerData.PQInnerDataTempDc)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x83c95aec:
        self = .pQInnerData(try MT.PQInnerData.PQInnerData(body: &reader))
      case 0xa9f55f95:
        self = .pQInnerDataDc(try MT.PQInnerData.PQInnerDataDc(body: &reader))
      case 0x3c6a84d4:
        self = .pQInnerDataTemp(try MT.PQInnerData.PQInnerDataTemp(body: &reader))
      case 0x56fddf88:
        self = .pQInnerDataTempDc(try MT.PQInnerData.PQInnerDataTempDc(body: &reader))
      default:
        throw reader.unknown(id, in: "P_Q_inner_data")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .pQInnerData(let value): writer.constructor(0x83c95aec); value.encodeBody(to: &writer)
      case .pQInnerDataDc(let value): writer.constructor(0xa9f55f95); value.encodeBody(to: &writer)
      case .pQInnerDataTemp(let value): writer.constructor(0x3c6a84d4); value.encodeBody(to: &writer)
      case .pQInnerDataTempDc(let value): writer.constructor(0x56fddf88); value.encodeBody(to: &writer)
      }
    }

    /// `p_q_inner_data#83c95aec`
    package struct PQInnerData: Sendable {
      package static var constructorID: UInt32 { 0x83c95aec }
      package let pq: [UInt8]
      package let p: [UInt8]
      package let q: [UInt8]
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonce: TLInt256

      package init(pq: [UInt8], p: [UInt8], q: [UInt8], nonce: TLInt128, serverNonce: TLInt128, newNonce: TLInt256) {
        self.pq = pq
        self.p = p
        self.q = q
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonce = newNonce
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.pq = try reader.bytes()
        self.p = try reader.bytes()
        self.q = try reader.bytes()
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonce = try reader.int256()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(pq)
        writer.bytes(p)
        writer.bytes(q)
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int256(newNonce)
      }
    }

    /// `p_q_inner_data_dc#a9f55f95`
    package struct PQInnerDataDc: Sendable {
      package static var constructorID: UInt32 { 0xa9f55f95 }
      package let pq: [UInt8]
      package let p: [UInt8]
      package let q: [UInt8]
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonce: TLInt256
      package let dc: Int32

      package init(pq: [UInt8], p: [UInt8], q: [UInt8], nonce: TLInt128, serverNonce: TLInt128, newNonce: TLInt256, dc: Int32) {
        self.pq = pq
        self.p = p
        self.q = q
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonce = newNonce
        self.dc = dc
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.pq = try reader.bytes()
        self.p = try reader.bytes()
        self.q = try reader.bytes()
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonce = try reader.int256()
        self.dc = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(pq)
        writer.bytes(p)
        writer.bytes(q)
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int256(newNonce)
        writer.int(dc)
      }
    }

    /// `p_q_inner_data_temp#3c6a84d4`
    package struct PQInnerDataTemp: Sendable {
      package static var constructorID: UInt32 { 0x3c6a84d4 }
      package let pq: [UInt8]
      package let p: [UInt8]
      package let q: [UInt8]
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonce: TLInt256
      package let expiresIn: Int32

      package init(pq: [UInt8], p: [UInt8], q: [UInt8], nonce: TLInt128, serverNonce: TLInt128, newNonce: TLInt256, expiresIn: Int32) {
        self.pq = pq
        self.p = p
        self.q = q
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonce = newNonce
        self.expiresIn = expiresIn
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.pq = try reader.bytes()
        self.p = try reader.bytes()
        self.q = try reader.bytes()
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonce = try reader.int256()
        self.expiresIn = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(pq)
        writer.bytes(p)
        writer.bytes(q)
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int256(newNonce)
        writer.int(expiresIn)
      }
    }

    /// `p_q_inner_data_temp_dc#56fddf88`
    package struct PQInnerDataTempDc: Sendable {
      package static var constructorID: UInt32 { 0x56fddf88 }
      package let pq: [UInt8]
      package let p: [UInt8]
      package let q: [UInt8]
      package let nonce: TLInt128
      package let serverNonce: TLInt128
      package let newNonce: TLInt256
      package let dc: Int32
      package let expiresIn: Int32

      package init(pq: [UInt8], p: [UInt8], q: [UInt8], nonce: TLInt128, serverNonce: TLInt128, newNonce: TLInt256, dc: Int32, expiresIn: Int32) {
        self.pq = pq
        self.p = p
        self.q = q
        self.nonce = nonce
        self.serverNonce = serverNonce
        self.newNonce = newNonce
        self.dc = dc
        self.expiresIn = expiresIn
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.pq = try reader.bytes()
        self.p = try reader.bytes()
        self.q = try reader.bytes()
        self.nonce = try reader.int128()
        self.serverNonce = try reader.int128()
        self.newNonce = try reader.int256()
        self.dc = try reader.int()
        self.expiresIn = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(pq)
        writer.bytes(p)
        writer.bytes(q)
        writer.int128(nonce)
        writer.int128(serverNonce)
        writer.int256(newNonce)
        writer.int(dc)
        writer.int(expiresIn)
      }
    }
  }
}
