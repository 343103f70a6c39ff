// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Updates {
  /// `updates.getChannelDifference#03173d78`
  package struct GetChannelDifference: TLMethod {
    package static var constructorID: UInt32 { 0x03173d78 }
    package typealias Response = API.Updates.ChannelDifference
    package let force: Bool
    package let channel: API.InputChannel
    package let filter: API.ChannelMessagesFilter
    package let pts: Int32
    package let limit: Int32

    package init(force: Bool = false, channel: API.InputChannel, filter: API.ChannelMessagesFilter, pts: Int32, limit: Int32) {
      self.force = force
      self.channel = channel
      self.filter = filter
      self.pts = pts
      self.limit = limit
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.force = flagsWord & 0x1 != 0
      self.channel = try API.InputChannel(from: &reader)
      self.filter = try API.ChannelMessagesFilter(from: &reader)
      self.pts = try reader.int()
      self.limit = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if force { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      channel.encode(to: &writer)
      filter.encode(to: &writer)
      writer.int(pts)
      writer.int(limit)
    }
  }
  /// `updates.getDifference#19c2f763`
  package struct GetDifference: TLMethod {
    package static var constructorID: UInt32 { 0x19c2f763 }
    package typealias Response = API.Updates.Difference
    package let pts: Int32
    package let ptsLimit: Int32?
    package let ptsTotalLimit: Int32?
    package let date: Int32
    package let qts: Int32
    package let qtsLimit: Int32?

    package init(pts: Int32, ptsLimit: Int32? = nil, ptsTotalLimit: Int32? = nil, date: Int32, qts: Int32, qtsLimit: Int32? = nil) {
      self.pts = pts
      self.ptsLimit = ptsLimit
      self.ptsTotalLimit = ptsTotalLimit
      self.date = date
      self.qts = qts
      self.qtsLimit = qtsLimit
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.pts = try reader.int()
      self.ptsLimit = flagsWord & 0x2 != 0 ? try reader.int() : nil
      self.ptsTotalLimit = flagsWord & 0x1 != 0 ? try reader.int() : nil
      self.date = try reader.int()
      self.qts = try reader.int()
      self.qtsLimit = flagsWord & 0x4 != 0 ? try reader.int() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if ptsTotalLimit != nil { flagsWord |= 0x1 }
      if ptsLimit != nil { flagsWord |= 0x2 }
      if qtsLimit != nil { flagsWord |= 0x4 }
      writer.uint(flagsWord)
      writer.int(pts)
      if let ptsLimit { writer.int(ptsLimit) }
      if let ptsTotalLimit { writer.int(ptsTotalLimit) }
      writer.int(date)
      writer.int(qts)
      if let qtsLimit { writer.int(qtsLimit) }
    }
  }
  /// `updates.getState#edd4882a`
  package struct GetState: TLMethod {
    package static var constructorID: UInt32 { 0xedd4882a }
    package typealias Response = API.Updates.State

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
}
