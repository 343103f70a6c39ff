// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Updates {
  /// `updates.state#a56c2a3e`
  package struct State: TLConstructor {
    package static var constructorID: UInt32 { 0xa56c2a3e }
    package let pts: Int32
    package let qts: Int32
    package let date: Int32
    package let seq: Int32
    package let unreadCount: Int32

    package init(pts: Int32, qts: Int32, date: Int32, seq: Int32, unreadCount: Int32) {
      self.pts = pts
      self.qts = qts
      self.date = date
      self.seq = seq
      self.unreadCount = unreadCount
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.pts = try reader.int()
      self.qts = try reader.int()
      self.date = try reader.int()
      self.seq = try reader.int()
      self.unreadCount = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(pts)
      writer.int(qts)
      writer.int(date)
      writer.int(seq)
      writer.int(unreadCount)
    }
  }
}
