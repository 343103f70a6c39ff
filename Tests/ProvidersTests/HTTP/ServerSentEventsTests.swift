import Testing

@testable import Providers

struct ServerSentEventsTests {
  private static let stream =
    "\u{FEFF}: comment\nevent: x\ndata: one\n\ndata:two\r\ndata: lines é\r\n\r\nid: 7\n\ndata: three\r\rdata\n\ndata: [DONE]"

  @Test("However the bytes are cut, the events are the same", arguments: 1...40)
  func cuts(size: Int) throws {
    var events: [String] = []
    var reader = ServerSentEvents()
    let bytes = Array(Self.stream.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      events += try reader.feed(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(events == ["one", "two\nlines é", "three"])
    #expect(try reader.finish() == "[DONE]")
    #expect(try reader.finish() == nil)
  }

  @Test("Lines and events without end are refused")
  func bounds() throws {
    var reader = ServerSentEvents()
    #expect(throws: ServerSentEvents.TooLong.self) {
      for _ in 0...ServerSentEvents.maximumEventBytes { _ = try reader.feed([65]) }
    }
    var other = ServerSentEvents()
    let line = Array(("data: " + String(repeating: "x", count: 1000) + "\n").utf8)
    #expect(throws: ServerSentEvents.TooLong.self) {
      for _ in 0...(ServerSentEvents.maximumEventBytes / 1000) { _ = try other.feed(line) }
    }
  }
}
