// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `http_wait#9299359f`
  package struct HttpWait: TLConstructor {
    package static var constructorID: UInt32 { 0x9299359f }
    package let maxDelay: Int32
    package let waitAfter: Int32
    package let maxWait: Int32

    package init(maxDelay: Int32, waitAfter: Int32, maxWait: Int32) {
      self.maxDelay = maxDelay
      self.waitAfter = waitAfter
      self.maxWait = maxWait
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.maxDelay = try reader.int()
      self.waitAfter = try reader.int()
      self.maxWait = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(maxDelay)
      writer.int(waitAfter)
      writer.int(maxWait)
    }
  }
}
