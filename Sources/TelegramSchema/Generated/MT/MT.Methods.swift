// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT.Methods {
  /// `destroy_auth_key#d1435160`
  package struct DestroyAuthKey: TLMethod {
    package static var constructorID: UInt32 { 0xd1435160 }
    package typealias Response = MT.DestroyAuthKeyRes

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
  /// `destroy_session#e7512126`
  package struct DestroySession: TLMethod {
    package static var constructorID: UInt32 { 0xe7512126 }
    package typealias Response = MT.DestroySessionRes
    package let sessionId: Int64

    package init(sessionId: Int64) {
      self.sessionId = sessionId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.sessionId = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(sessionId)
    }
  }
  /// `get_future_salts#b921bd04`
  package struct GetFutureSalts: TLMethod {
    package static var constructorID: UInt32 { 0xb921bd04 }
    package typealias Response = MT.FutureSalts
    package let num: Int32

    package init(num: Int32) {
      self.num = num
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.num = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(num)
    }
  }
  /// `ping#7abe77ec`
  package struct Ping: TLMethod {
    package static var constructorID: UInt32 { 0x7abe77ec }
    package typealias Response = MT.Pong
    package let pingId: Int64

    package init(pingId: Int64) {
      self.pingId = pingId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.pingId = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(pingId)
    }
  }
  /// `ping_delay_disconnect#f3427b8c`
  package struct PingDelayDisconnect: TLMethod {
    package static var constructorID: UInt32 { 0xf3427b8c }
    package typealias Response = MT.Pong
    package let pingId: Int64
    package let disconnectDelay: Int32

    package init(pingId: Int64, disconnectDelay: Int32) {
      self.pingId = pingId
      self.disconnectDelay = disconnectDelay
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.pingId = try reader.long()
      self.disconnectDelay = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(pingId)
      writer.int(disconnectDelay)
    }
  }
  /// `req_DH_params#d712e4be`
  package struct ReqDHParams: TLMethod {
    package static var constructorID: UInt32 { 0xd712e4be }
    package typealias Response = MT.ServerDHParams
    package let nonce: TLInt128
    package let serverNonce: TLInt128
    package let p: [UInt8]
    package let q: [UInt8]
    package let publicKeyFingerprint: Int64
    package let encryptedData: [UInt8]

    package init(nonce: TLInt128, serverNonce: TLInt128, p: [UInt8], q: [UInt8], publicKeyFingerprint: Int64, encryptedData: [UInt8]) {
      self.nonce = nonce
      self.serverNonce = serverNonce
      self.p = p
      self.q = q
      self.publicKeyFingerprint = publicKeyFingerprint
      self.encryptedData = encryptedData
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.int128()
      self.serverNonce = try reader.int128()
      self.p = try reader.bytes()
      self.q = try reader.bytes()
      self.publicKeyFingerprint = try reader.long()
      self.encryptedData = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int128(nonce)
      writer.int128(serverNonce)
      writer.bytes(p)
      writer.bytes(q)
      writer.long(publicKeyFingerprint)
      writer.bytes(encryptedData)
    }
  }
  /// `req_pq#60469778`
  package struct ReqPq: TLMethod {
    package static var constructorID: UInt32 { 0x60469778 }
    package typealias Response = MT.ResPQ
    package let nonce: TLInt128

    package init(nonce: TLInt128) {
      self.nonce = nonce
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.int128()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int128(nonce)
    }
  }
  /// `req_pq_multi#be7e8ef1`
  package struct ReqPqMulti: TLMethod {
    package static var constructorID: UInt32 { 0xbe7e8ef1 }
    package typealias Response = MT.ResPQ
    package let nonce: TLInt128

    package init(nonce: TLInt128) {
      self.nonce = nonce
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.int128()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int128(nonce)
    }
  }
  /// `rpc_drop_answer#58e4a740`
  package struct RpcDropAnswer: TLMethod {
    package static var constructorID: UInt32 { 0x58e4a740 }
    package typealias Response = MT.RpcDropAnswer
    package let reqMsgId: Int64

    package init(reqMsgId: Int64) {
      self.reqMsgId = reqMsgId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.reqMsgId = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(reqMsgId)
    }
  }
  /// `set_client_DH_params#f5045f1f`
  package struct SetClientDHParams: TLMethod {
    package static var constructorID: UInt32 { 0xf5045f1f }
    package typealias Response = MT.SetClientDHParamsAnswer
    package let nonce: TLInt128
    package let serverNonce: TLInt128
    package let encryptedData: [UInt8]

    package init(nonce: TLInt128, serverNonce: TLInt128, encryptedData: [UInt8]) {
      self.nonce = nonce
      self.serverNonce = serverNonce
      self.encryptedData = encryptedData
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.int128()
      self.serverNonce = try reader.int128()
      self.encryptedData = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int128(nonce)
      writer.int128(serverNonce)
      writer.bytes(encryptedData)
    }
  }
}
