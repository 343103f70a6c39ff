import Foundation
import Glibc

/// A process beside the benchmarks, spoken to line by line. It ends with this value.
final class Child {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()
  private let name: String

  init(
    _ executable: URL, _ arguments: [String], environment: [String: String] = [:],
    errors: FileHandle = .standardError
  ) throws {
    name = executable.lastPathComponent
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
  }

  func tell(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  /// The next line of its output.
  func nextLine() throws -> String {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = Data(unread[(end + 1)...]) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw BenchmarkError("\(name) has ended") }
      unread += data
    }
  }

  /// The next line that begins so, without its beginning; others are passed over.
  func nextLine(after beginning: String) throws -> String {
    while true {
      let line = try nextLine()
      if line.hasPrefix(beginning) { return String(line.dropFirst(beginning.count)) }
    }
  }

  /// Waits for its end; what it has written.
  func rest() throws -> String {
    try input.fileHandleForWriting.close()
    unread += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError("\(name) has failed: \(String(decoding: unread, as: UTF8.self))")
    }
    return String(decoding: unread, as: UTF8.self)
  }

  /// In bytes (proc_pid_status(5), VmRSS).
  func residentMemory() throws -> Int {
    let status = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    for line in status.split(separator: "\n") where line.hasPrefix("VmRSS:") {
      if let kibibytes = Int(line.filter(\.isNumber)) { return kibibytes * 1024 }
    }
    throw BenchmarkError("\(name) has no resident memory")
  }
}
