import Foundation
import Model
import TL
import TelegramSchema
import Testing

@testable import Telegram

@Suite("Files of a server that errs", .timeLimit(.minutes(5)))
struct WrongSizeTests {
  /// A message with a document of 2.5 parts.
  private static let size = Int64(FileLimits.partSize * 5 / 2)

  private static var message: Message {
    var message = Message(
      account: AccountID(1), chat: .user(2), id: 3, sender: .user(2), date: .init(seconds: 1),
      text: "")
    message.media = Media(
      kind: .document, size: size,
      file: RemoteFile(kind: .document, id: 5, accessHash: 6, reference: [7], dc: 2))
    return message
  }

  /// - Parameter answer: the content of a part, of the size that is due.
  private static func api(
    _ answer: @escaping @Sendable (Int64, Int) -> API.Upload.File
  ) -> AccountAPI {
    let seam = CallSeam(layers: []) { (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
      guard case .uploadGetFile(let call)? = try? Methods.Call(bytes: call.query) else {
        throw TelegramError(.badAnswer, "not asked for")
      }
      let due = min(Int64(call.limit), size - call.offset)
      return answer(call.offset, Int(due)).encoded()
    }
    return AccountAPI(
      account: AccountID(1), call: APICaller(seam), book: PeerBook(directory: PeerDirectory()))
  }

  private static func content(_ count: Int) -> API.Upload.File {
    .file(.init(type: .fileUnknown, mtime: 0, bytes: [UInt8](repeating: 1, count: count)))
  }

  @Test(
    "A part that is longer or shorter than its place is not written [mtproto 42]",
    arguments: [-1, 1, -1000])
  func wrongSize(_ error: Int) async throws {
    let folder = try TestFolder()
    let api = Self.api { offset, due in Self.content(offset == 0 ? due : due + error) }
    let failure = await #expect(throws: TelegramError.self) {
      try await api.download(Self.message, to: folder.path("a"))
    }
    #expect(failure?.code == .badAnswer)
    #expect(try folder.names == ["a.part"])
    let good = Self.api { _, due in Self.content(due) }
    let file = try await good.download(Self.message, to: folder.path("a"))
    #expect(file.size == Self.size)
    #expect(try folder.bytes("a").count == Int(Self.size))
  }

  @Test("A file of no bytes is a file: it arrives, and no part is asked for")
  func empty() async throws {
    let folder = try TestFolder()
    var message = Self.message
    message.media?.size = 0
    let file = try await Self.api { _, _ in Self.content(1) }
      .download(message, to: folder.path("a"))
    #expect(file.size == 0)
    #expect(try folder.bytes("a").isEmpty)
    #expect(try folder.names == ["a"])
  }

  @Test("What lies in the way under the .part name is not written to, unless it is our own file")
  func inTheWay() async throws {
    let folder = try TestFolder()
    let api = Self.api { _, due in Self.content(due) }
    #expect(mkfifo(folder.path("pipe.part"), 0o600) == 0)
    let error = await #expect(throws: FileError.self) {
      try await api.download(Self.message, to: folder.path("pipe"))
    }
    #expect(error?.code == .denied)
    try FileManager.default.createDirectory(
      atPath: folder.path("folder.part"), withIntermediateDirectories: false)
    await #expect(throws: FileError.self) {
      try await api.download(Self.message, to: folder.path("folder"))
    }
  }

  @Test("A pipe, a folder or a device is not sent, and nothing waits for it")
  func notFiles() throws {
    let folder = try TestFolder()
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    for path in [folder.path("pipe"), folder.path(""), "/dev/zero"] {
      let error = #expect(throws: FileError.self) { try OutgoingFile(path) }
      #expect(error?.code == .missing)
    }
  }

  @Test("Two downloads to one place: one is told so, and what has arrived stays whole")
  func twoAtOnce() async throws {
    let folder = try TestFolder()
    let api = Self.api { _, due in Self.content(due) }
    for round in 0..<20 {
      let target = folder.path("\(round)")
      let ends = await withTaskGroup(of: FileError.Code?.self) { group in
        for _ in 0..<3 {
          group.addTask {
            do {
              _ = try await api.download(Self.message, to: target)
              return nil
            } catch {
              return (error as? FileError)?.code ?? .other
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(ends.count { $0 == nil } == 1)
      #expect(ends.allSatisfy { $0 == nil || $0 == .busy || $0 == .exists })
      #expect(try folder.bytes("\(round)").count == Int(Self.size))
    }
  }

  @Test("A size that cannot be is refused before anything is written")
  func absurdSize() async throws {
    let folder = try TestFolder()
    // One below nothing is no size, so that there is no file to fetch.
    for (size, code) in [(-1, TelegramError.Code.invalidInput), (Int64.max / 2, .badAnswer)] {
      var message = Self.message
      message.media?.size = size
      let failure = await #expect(throws: TelegramError.self) {
        try await Self.api { _, due in Self.content(due) }
          .download(message, to: folder.path("a"))
      }
      #expect(failure?.code == code)
    }
    #expect(try folder.names.isEmpty)
  }

  @Test("Every read is aligned and within one block of 1 MiB [mtproto 42]")
  func rules() async throws {
    let folder = try TestFolder()
    let api = Self.api { offset, due in
      let block: Int64 = 1024 * 1024
      let isAllowed =
        offset % 4096 == 0 && offset / block == (offset + Int64(FileLimits.partSize) - 1) / block
      return Self.content(isAllowed ? due : 0)
    }
    _ = try await api.download(Self.message, to: folder.path("a"))
  }
}
