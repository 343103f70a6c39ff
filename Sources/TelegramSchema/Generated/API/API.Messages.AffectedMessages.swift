// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Messages {
  /// `messages.affectedMessages#84d19185`
  package struct AffectedMessages: TLConstructor {
    package static var constructorID: UInt32 { 0x84d19185 }
    package let pts: Int32
    package let ptsCount: Int32

    package init(pts: Int32, ptsCount: Int32) {
      self.pts = pts
      self.ptsCount = ptsCount
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.pts = try reader.int()
      self.ptsCount = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(pts)
      writer.int(ptsCount)
    }
  }
}
