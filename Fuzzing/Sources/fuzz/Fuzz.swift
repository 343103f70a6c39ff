import Foundation
import Synchronization

/// `fuzz list`, `fuzz seeds TARGET FOLDER`, or `fuzz TARGET` and libFuzzer's own arguments.
@main struct Fuzz {
  static let targets: [any FuzzTarget.Type] = [
    TLTarget.self, JSONTarget.self, FramesTarget.self, FakeTLSTarget.self, EnvelopeTarget.self,
    GzipTarget.self, SessionTarget.self, ClientHandshakeTarget.self, ServerHandshakeTarget.self,
    PatternsTarget.self, ChunksTarget.self,
    EndpointTarget.self, MarkupTarget.self, StringsTarget.self, FilesTarget.self,
    SOCKS5Target.self, ServerTarget.self, CalendarTarget.self,
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "list":
      for target in targets { print(target.name) }
    case "seeds" where arguments.count == 3:
      try writeSeeds(of: try named(arguments[2]), to: URL(filePath: arguments[3]))
    case let name?:
      let target = try named(name).init()
      Chosen.target.withLock { $0 = target }
      exit(drive(arguments: [CommandLine.arguments[0]] + arguments.dropFirst()))
    case nil:
      throw Trouble(
        "Usage: fuzz list | fuzz seeds TARGET FOLDER | fuzz TARGET [libFuzzer's options]")
    }
  }

  private static func named(_ name: String) throws -> any FuzzTarget.Type {
    for target in targets where target.name == name { return target }
    throw Trouble("There is no target \(name); `list` lists them.")
  }

  private static func writeSeeds(of target: any FuzzTarget.Type, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (index, seed) in try target.seeds().enumerated() {
      try Data(seed).write(to: folder.appending(component: "seed-\(index)"))
    }
  }

  private static func drive(arguments: [String]) -> Int32 {
    var pointers = arguments.map { strdup($0) } + [nil]
    var count = Int32(arguments.count)
    return pointers.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return runDriver(&count, &start, testOneInput)
    }
  }
}

struct Trouble: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// What libFuzzer's callback, a C function, is to call.
private enum Chosen {
  static let target = Mutex<(any FuzzTarget)?>(nil)
}

/// llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library".
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Under this name the linker wants it, since libFuzzer brings a main of its own along.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  Chosen.target.withLock { target in
    guard let target else { preconditionFailure("no target is chosen") }
    target.run(bytes)
  }
  return 0
}
