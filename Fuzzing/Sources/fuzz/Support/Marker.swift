@testable import MTProto

/// An id of a second in which no message of ours can have been sent. It stands for one that is open:
/// what is about our own messages would hardly ever be met by chance.
enum Marker {
  /// The body with each marker replaced.
  ///
  /// - Parameter open: the message's id; nil: none is open, and the markers stay.
  static func replaced(in body: [UInt8], of start: Moment, by open: Int64?) -> [UInt8] {
    guard let open else { return body }
    let marker = MessageID.first(at: start.unix).littleEndianBytes
    var body = body
    for offset in stride(from: 0, through: body.count - marker.count, by: 4)
    where body[offset..<(offset + marker.count)].elementsEqual(marker) {
      body.replaceSubrange(offset..<(offset + marker.count), with: open.littleEndianBytes)
    }
    return body
  }
}
