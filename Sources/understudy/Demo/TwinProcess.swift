import Engine
import Foundation
import Glibc
import Synchronization

/// The program itself as a child process: what a user would run, with its events read from its
/// standard output.
final class TwinProcess: Sendable {
  /// How the process came to its end.
  struct Ending: Sendable {
    let status: Int32
    let wasKilled: Bool
  }

  /// The lines of standard output, until it is closed.
  let lines: AsyncStream<String>

  private static let spawning = Mutex(())

  private let pid: Int32
  private let input: FileHandle
  /// Held, for its handler ends with it.
  private let output: FileHandle
  private let endings: AsyncStream<Ending>

  /// - Parameters:
  ///   - executable: the program; nil for the one that runs.
  ///   - log: where its standard error goes; appended to.
  init(
    _ arguments: [String], executable: URL? = nil, environment: [String: String], log: URL
  ) throws {
    let process = Process()
    process.executableURL = try executable ?? Self.ownExecutable()
    process.arguments = arguments
    process.environment = environment
    process.standardError = try Self.appending(to: log)
    let (endings, sink) = AsyncStream<Ending>.makeStream()
    self.endings = endings
    process.terminationHandler = { process in
      sink.yield(
        Ending(
          status: process.terminationStatus,
          wasKilled: process.terminationReason == .uncaughtSignal))
      sink.finish()
    }
    // One at a time, so that no child is made between a pipe and its mark.
    let (input, output) = try Self.spawning.withLock { _ in
      let (input, output) = (try Self.pipe(), try Self.pipe())
      process.standardInput = input.reading
      process.standardOutput = output.writing
      try process.run()
      return (input, output)
    }
    try input.reading.close()
    try output.writing.close()
    pid = process.processIdentifier
    lines = Self.lines(of: output.reading)
    self.input = input.writing
    self.output = output.reading
  }

  /// One line to its standard input.
  func enter(_ line: String) throws { try input.write(contentsOf: Data((line + "\n").utf8)) }

  /// No more lines.
  func closeInput() throws { try input.close() }

  /// At once and without a chance to do anything: `kill -9`.
  func kill() { Glibc.kill(pid, SIGKILL) }

  /// Asks it to end.
  func terminate() { Glibc.kill(pid, SIGTERM) }

  func ending() async -> Ending? {
    for await ending in endings { return ending }
    return nil
  }

  /// Closed in every child but the one it is made for: another that held it open would keep this one
  /// from ever seeing the end of its input.
  private static func pipe() throws -> (reading: FileHandle, writing: FileHandle) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else {
      throw CommandError(.usage, "No pipe can be made: \(String(cString: strerror(errno))).")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (
      FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
      FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    )
  }

  private static func ownExecutable() throws -> URL {
    // The link leads to the program that runs, even if its file was replaced meanwhile.
    URL(
      fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
  }

  private static func appending(to log: URL) throws -> FileHandle {
    if !FileManager.default.fileExists(atPath: log.path) { try Data().write(to: log) }
    let handle = try FileHandle(forWritingTo: log)
    try handle.seekToEnd()
    return handle
  }

  private static func lines(of handle: FileHandle) -> AsyncStream<String> {
    let (lines, sink) = AsyncStream<String>.makeStream()
    let rest = Mutex(Data())
    handle.readabilityHandler = { handle in
      let data = handle.availableData
      guard !data.isEmpty else {
        handle.readabilityHandler = nil
        sink.finish()
        return
      }
      rest.withLock { rest in
        rest += data
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          sink.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
          rest.removeSubrange(rest.startIndex...end)
        }
      }
    }
    return lines
  }
}
