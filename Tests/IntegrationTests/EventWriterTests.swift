import Foundation
import Glibc
import Model
import Synchronization
import Testing

@testable import understudy

@Suite(.timeLimit(.minutes(5)))
final class EventWriterTests: Sendable {
  private struct Line: Codable, Equatable {
    var text: String?
    var count: Int?
  }

  private let pipe = Pipe()
  private let closes = Mutex(0)

  private func writer(limit: Int = 1 << 20) -> EventWriter {
    EventWriter(
      descriptor: pipe.fileHandleForWriting.fileDescriptor, limit: limit,
      now: { Timestamp(seconds: 1_767_225_600) }
    ) { [self] in closes.withLock { $0 += 1 } }
  }

  private func lines(_ data: Data) throws -> [Line] {
    try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: Data($0))
    }
  }

  @Test("A line is with the kernel when write returns, while the reader keeps up")
  func atOnce() throws {
    let writer = writer()
    for number in 0..<3 {
      try writer.write(Line(text: "\(number)"))
      let read = pipe.fileHandleForReading.availableData
      #expect(try lines(read) == [Line(text: "\(number)")])
    }
  }

  @Test("A reader that stops holds up nobody; it gets what waited, in order, and how much was lost")
  func slowReader() throws {
    let writer = writer(limit: 200_000)
    let long = String(repeating: "x", count: 1000)
    for number in 0..<1000 { try writer.write(Line(text: "\(number) \(long)")) }
    #expect(!writer.finish(within: 0))
    let reading = pipe.fileHandleForReading
    var read = Data()
    var expected = 0
    // Each line is the next one, or tells how many are missing.
    while expected < 1000 {
      read += reading.availableData
      guard let end = read.lastIndex(of: UInt8(ascii: "\n")) else { continue }
      for line in try lines(read[...end]) {
        if let text = line.text {
          #expect(text.prefix { $0 != " " } == "\(expected)")
          expected += 1
        }
        expected += line.count ?? 0
      }
      read = Data(read[(end + 1)...])
    }
    #expect(expected == 1000 && read.isEmpty)
    #expect(writer.finish(within: 30))
    try writer.write(Line(text: "again"))
    #expect(try self.lines(reading.availableData) == [Line(text: "again")])
  }

  @Test("A reader that has gone is told of once, and nothing more is kept")
  func closed() throws {
    signal(SIGPIPE, SIG_IGN)
    let writer = writer()
    try pipe.fileHandleForReading.close()
    for _ in 0..<3 { try writer.write(Line(text: "x")) }
    #expect(closes.withLock { $0 } == 1)
    #expect(writer.finish(within: 0))
  }
}
