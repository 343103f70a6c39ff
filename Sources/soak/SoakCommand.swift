import ArgumentParser
import Foundation
import Glibc
import Model
import Simulation

@main
struct SoakCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Hours of a hostile server and network in minutes, and a ledger of every message.",
    discussion: """
      Two twins talk to a sandbox over TCP, on one simulated clock; the seed draws what contacts do and \
      what goes wrong. Exit status 0 only if every message was decided once and every answer arrived \
      once. The same seed gives the same storm.

      Examples:
        Scripts/soak
        Scripts/soak --seed 7 --minutes 5 --chats 40
      """)

  @Option(help: "Draws the storm; a random one without it.")
  var seed: UInt64?

  @Option(help: "Simulated minutes.")
  var minutes = 60

  @Option(help: "Chats of both accounts together.")
  var chats = 200

  @Flag(help: "The report as JSON.")
  var json = false

  @Flag(help: "Tell everything that happens, on standard error.")
  var log = false

  @Option(help: "Where the databases are kept afterwards, to look into.", completion: .directory)
  var keep: String?

  func validate() throws {
    guard (1...10_000).contains(minutes), (2...10_000).contains(chats) else {
      throw ValidationError("--minutes is 1 to 10000, --chats 2 to 10000.")
    }
  }

  func run() async throws {
    try Self.beginAgainWithOrder()
    let seed = seed ?? UInt64.random(in: 1...999_999)
    if !json { print("seed \(seed)") }
    let folder =
      keep.map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? FileManager.default.temporaryDirectory.appending(
        path: "understudy-soak-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
    let report = try await Soak.run(
      seed: seed, plan: StormPlan(minutes: minutes, chats: chats), folder: folder,
      log: log ? Self.tell : nil)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      print(report)
      for (error, count) in report.errors.sorted(by: { $0.value > $1.value }).prefix(20) {
        print("overcome    \(count) × \(error)")
      }
    }
    guard report.isClean else { throw ExitCode(1) }
  }

  /// Sets and dictionaries are in the same order in every run only if the runtime was told so from the
  /// start.
  private static func beginAgainWithOrder() throws {
    let name = "SWIFT_DETERMINISTIC_HASHING"
    guard ProcessInfo.processInfo.environment[name] == nil else { return }
    setenv(name, "1", 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) }
    arguments.append(nil)
    execv("/proc/self/exe", &arguments)
    throw ValidationError(
      "The program cannot start itself anew: \(String(cString: strerror(errno))).")
  }

  @Sendable
  private static func tell(_ instant: Timestamp, _ what: String) {
    FileHandle.standardError.write(Data("\(instant) \(what)\n".utf8))
  }
}
