/// Reads the `data` of server-sent events from bytes as they come
/// (html.spec.whatwg.org/multipage/server-sent-events.html), bounded in line and event.
struct ServerSentEvents {
  static let maximumEventBytes = 1 << 20

  /// An event or line longer than the limit.
  struct TooLong: Error {
    let limit = ServerSentEvents.maximumEventBytes
  }

  private var line: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false
  private var endedWithReturn = false
  private var isFirstLine = true

  /// The events that these bytes complete; empty ones are left out.
  mutating func feed(_ bytes: some Sequence<UInt8>) throws(TooLong) -> [String] {
    var events: [String] = []
    for byte in bytes {
      defer { endedWithReturn = byte == Self.carriageReturn }
      switch byte {
      case Self.lineFeed where endedWithReturn: break
      case Self.lineFeed, Self.carriageReturn:
        if let event = try endLine() { events.append(event) }
      default:
        guard line.count < Self.maximumEventBytes else { throw TooLong() }
        line.append(byte)
      }
    }
    return events
  }

  /// The event that lacks only its empty line: some servers leave out the last one.
  mutating func finish() throws(TooLong) -> String? {
    if !line.isEmpty { _ = try endLine() }
    return try endLine()
  }

  private mutating func endLine() throws(TooLong) -> String? {
    defer {
      line.removeAll(keepingCapacity: true)
      isFirstLine = false
    }
    if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    guard !line.isEmpty else {
      defer {
        data = []
        hasData = false
      }
      return data.isEmpty ? nil : String(decoding: data, as: UTF8.self)
    }
    let name = line.prefix { $0 != Self.colon }
    guard name.elementsEqual("data".utf8) else { return nil }
    var value = line[name.endIndex...].dropFirst()
    if value.first == Self.space { value = value.dropFirst() }
    guard data.count + value.count < Self.maximumEventBytes else { throw TooLong() }
    if hasData { data.append(Self.lineFeed) }
    data += value
    hasData = true
    return nil
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let colon = UInt8(ascii: ":")
  private static let space = UInt8(ascii: " ")
}
