package import TL

extension MT {
  /// `future_salts#ae500895`: the one type of the service schema whose vector is bare through and through
  /// (core.telegram.org/mtproto/service_messages), and so written by hand.
  package struct FutureSalts: TLConstructor {
    package static var constructorID: UInt32 { TLID.futureSalts }
    package var reqMsgId: Int64
    /// The server's time, Unix seconds.
    package var now: Int32
    package var salts: [FutureSalt]

    package init(reqMsgId: Int64, now: Int32, salts: [FutureSalt]) {
      self.reqMsgId = reqMsgId
      self.now = now
      self.salts = salts
    }

    package init(body reader: inout TLReader) throws(TLError) {
      reqMsgId = try reader.long()
      now = try reader.int()
      let count = try reader.bareVectorCount(elementSize: 16)
      salts = []
      for _ in 0..<count {
        salts.append(try FutureSalt(body: &reader))
      }
    }

    package func encodeBody(to writer: inout TLWriter) {
      writer.long(reqMsgId)
      writer.int(now)
      writer.uint(UInt32(salts.count))
      for salt in salts {
        salt.encodeBody(to: &writer)
      }
    }
  }
}
