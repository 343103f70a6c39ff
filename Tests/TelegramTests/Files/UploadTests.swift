import Foundation
import MTProto
import Model
import OggSample
import Sandbox
import Synchronization
import Testing

@testable import Telegram

@Suite("Uploads to the sandbox", .timeLimit(.minutes(5)))
struct UploadTests {
  private static let part = FileLimits.partSize

  private static func message(_ caption: String = "", randomID: Int64 = 77) -> OutgoingMessage {
    OutgoingMessage(chat: .user(Cast.alice), text: caption, randomID: randomID)
  }

  /// The file that Alice has got last.
  private static func received(_ stage: SandboxStage) async throws -> StoredFile {
    let file = await stage.server.look { world -> StoredFile? in
      let page = try? world.history(
        of: .user(Cast.owner), for: Cast.alice, HistoryQuery(limit: 1))
      return page?.messages.first?.file.flatMap { world.files[$0] }
    }
    return try #require(file)
  }

  @Test(
    "Files of all sizes around the borders of parts, small and big, arrive whole [mtproto 42]",
    arguments: [
      1, 1023, part - 1, part, part + 1, 20 * part - 1, 20 * part, 20 * part + 1, 23 * part,
    ])
  func sizes(_ size: Int) async throws {
    let content = noise(size, seed: UInt64(size))
    let folder = try TestFolder()
    let path = try folder.write(content, to: "thing.bin")
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let log = ProgressLog()
        let sent = try await account.messenger.send(
          Self.message("here"), file: try OutgoingFile(path), progress: log.progress)
        #expect(sent.id != nil)
        let file = try await Self.received(stage)
        #expect(file.content == content)
        #expect(file.name == "thing.bin" && file.form == .document)
        #expect(file.mimeType == "application/octet-stream")
        #expect(log.all.first == 0 && log.all.max() == Int64(size))
        let isBig = size > Int(FileLimits.smallFile)
        let method = isBig ? "upload.saveBigFilePart" : "upload.saveFilePart"
        #expect(await stage.calls(of: method).count == Int(FileLimits.parts(of: Int64(size))))
        #expect(await stage.server.calls.allSatisfy { $0.refusal == nil })
        // What went up comes down again.
        let newest = try await account.api.history(of: .user(Cast.alice), limit: 1)
        _ = try await account.api.download(newest[0], to: folder.path("back"))
        #expect(try folder.bytes("back") == content)
      }
    }
  }

  @Test("Cut connections and lost answers: each part is kept, the message sent once [mtproto 42]")
  func cuts() async throws {
    let content = noise(25 * Self.part + 1)
    let folder = try TestFolder()
    let path = try folder.write(content, to: "a")
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        var arrivals = stage.server.contact(Cast.alice).arrivals().makeAsyncIterator()
        for _ in 0..<3 { await stage.server.plan(.cutBeforeAnswer, for: "upload.saveBigFilePart") }
        await stage.server.plan(
          .refuse(Refusal(420, "FLOOD_WAIT_2")), for: "upload.saveBigFilePart")
        await stage.server.plan(.cutBeforeAnswer, for: "messages.sendMedia")
        let file = try OutgoingFile(path)
        let sent = try await account.messenger.send(Self.message("one"), file: file)
        #expect(sent.id != nil)
        #expect(try await Self.received(stage).content == content)
        #expect(await arrivals.next()?.text == "one")
        // The same random id: the same message.
        let again = try await account.messenger.send(Self.message("two"), file: file)
        #expect(again.id == sent.id)
        _ = try await account.messenger.send(
          OutgoingMessage(chat: .user(Cast.alice), text: "three", randomID: 3))
        #expect(await arrivals.next()?.text == "three")
      }
    }
  }

  @Test("Parts that the server has forgotten are sent again")
  func missingParts() async throws {
    let folder = try TestFolder()
    let path = try folder.write(noise(Self.part + 5), to: "a")
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        await stage.server.plan(
          .refuse(Refusal("FILE_PART_0_MISSING")), for: "messages.sendMedia")
        let sent = try await account.messenger.send(
          Self.message(), file: try OutgoingFile(path))
        #expect(sent.id != nil)
        #expect(await stage.calls(of: "upload.saveFilePart").count == 4)
        #expect(await stage.calls(of: "messages.sendMedia").count == 2)
      }
    }
  }

  @Test("Pictures are sent as photos, unless that is not wished, and told by their content")
  func photos() async throws {
    let folder = try TestFolder()
    let picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + noise(1000)
    let path = try folder.write(picture, to: "picture")
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        _ = try await account.messenger.send(
          Self.message("look", randomID: 1), file: try OutgoingFile(path))
        #expect(try await Self.received(stage).form == .photo)
        _ = try await account.messenger.send(
          Self.message(randomID: 2), file: try OutgoingFile(path, as: .document))
        let document = try await Self.received(stage)
        #expect(document.form == .document && document.mimeType == "image/png")
        await stage.server.plan(
          .refuse(Refusal("PHOTO_INVALID_DIMENSIONS")), for: "messages.sendMedia")
        let error = await #expect(throws: MessengerError.self) {
          try await account.messenger.send(
            Self.message(randomID: 4), file: try OutgoingFile(path))
        }
        #expect(error?.message.contains("send it as a document") == true)
      }
    }
  }

  @Test("A voice note is sent as one, with duration and waveform [A12]")
  func voice() async throws {
    let folder = try TestFolder()
    let path = try folder.write(OggSample.file(packets: 250), to: "voice.ogg")
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        _ = try await account.messenger.send(
          Self.message(), file: try OutgoingFile(path, as: .voice))
        let file = try await Self.received(stage)
        guard case .voice(let duration, let waveform?) = file.form else {
          Issue.record("no voice note: \(file.form)")
          return
        }
        #expect(duration == 5)
        #expect(waveform.count == 63)
        #expect(file.mimeType == "audio/ogg")
        let newest = try await account.api.history(of: .user(Cast.alice), limit: 1)
        #expect(newest[0].media?.kind == .voice)
        #expect(newest[0].media?.waveform?.count == 100)
      }
    }
  }

  @Test("What is no file, empty, or not what is wished is refused before anything is sent")
  func unfit() async throws {
    let folder = try TestFolder()
    func code(_ name: String, _ wish: OutgoingFile.Wish = .automatic) -> FileError.Code? {
      do throws(FileError) {
        _ = try OutgoingFile(folder.path(name), as: wish)
        return nil
      } catch {
        return error.code
      }
    }
    _ = try folder.write([], to: "empty")
    _ = try folder.write([1, 2, 3], to: "text")
    let sparse = folder.path("large")
    _ = FileManager.default.createFile(atPath: sparse, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(filePath: sparse))
    try handle.truncate(atOffset: UInt64(8000 * Self.part + 1))
    try handle.close()
    #expect(code("nothing") == .missing)
    #expect(code("") == .missing)
    #expect(code("empty") == .empty)
    #expect(code("large") == .tooLarge)
    #expect(code("text") == nil)
    #expect(code("text", .photo) == .wrongKind)
    #expect(code("text", .voice) == .wrongKind)
  }

  @Test("More than 4,000 parts are for Premium accounts")
  func premium() async throws {
    let folder = try TestFolder()
    let sparse = folder.path("large")
    _ = FileManager.default.createFile(atPath: sparse, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(filePath: sparse))
    try handle.truncate(atOffset: UInt64(4000 * Self.part + 1))
    try handle.close()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let error = await #expect(throws: FileError.self) {
          try await account.messenger.send(Self.message(), file: try OutgoingFile(sparse))
        }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("2097152000") == true)
        #expect(await stage.calls(of: "upload.saveBigFilePart").isEmpty)
      }
    }
  }

  @Test("An upload that was ended goes on with the parts that are missing [mtproto 42, D1]")
  func resumed() async throws {
    let content = noise(30 * Self.part + 5)
    let folder = try TestFolder()
    let path = try folder.write(content, to: "a.bin")
    let attachment = Attachment(path: path, kind: .document, name: "plan.pdf")
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let log = UploadStates()
      // The first run is ended while two parts wait for their answers.
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        var calls = stage.server.executedCalls().makeAsyncIterator()
        await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            _ = try await account.messenger.upload(attachment, from: nil, note: log.note)
          }
          var parts = 0
          while parts < 20, let call = await calls.next() {
            if call.method == "upload.saveBigFilePart" { parts += 1 }
          }
          group.cancelAll()
        }
      }
      let before = await stage.calls(of: "upload.saveBigFilePart").count
      let left = try #require(log.last)
      #expect(!left.isComplete && left.parts >= 8)
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        let messenger = account.messenger
        let upload = try await messenger.upload(attachment, from: left, note: log.note)
        #expect(upload.isComplete && upload.fileID == left.fileID && log.last == upload)
        let after = await stage.calls(of: "upload.saveBigFilePart").count
        // Some of the first run may have come after all.
        #expect((0...FileLimits.parallelCalls).contains(after - before - 31 + Int(left.parts)))
        let message = OutgoingMessage(
          chat: .user(Cast.alice), text: "the plan", attachment: attachment, upload: upload,
          randomID: 5)
        let sent = try await messenger.send(message)
        let file = try await Self.received(stage)
        #expect(file.content == content && file.name == "plan.pdf")
        #expect(try await messenger.send(message).id == sent.id)
        // A complete one is not begun again.
        _ = try await messenger.upload(attachment, from: upload, note: log.note)
        #expect(await stage.calls(of: "upload.saveBigFilePart").count == after)
      }
    }
  }

  @Test("Small files go on, too, and their checksum is that of the whole")
  func resumedSmall() async throws {
    let content = noise(5 * Self.part + 5)
    let folder = try TestFolder()
    let attachment = Attachment(
      path: try folder.write(content, to: "a.bin"), kind: .document)
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let messenger = account.messenger
        var upload = try await messenger.upload(attachment, from: nil, note: { _ in })
        #expect(upload.checksum?.count == 32)
        upload.isComplete = false
        upload.checksum = nil
        upload.parts = 3
        let whole = try await messenger.upload(attachment, from: upload, note: { _ in })
        #expect(await stage.calls(of: "upload.saveFilePart").count == 6 + 3)
        // The server checks the checksum.
        _ = try await messenger.send(
          OutgoingMessage(
            chat: .user(Cast.alice), text: "", attachment: attachment, upload: whole, randomID: 6))
        #expect(try await Self.received(stage).content == content)
      }
    }
  }

  @Test("A file that has changed since, or that the server has lost, is to be uploaded again")
  func lost() async throws {
    let folder = try TestFolder()
    let attachment = Attachment(
      path: try folder.write(noise(1000), to: "a.bin"), kind: .document)
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let messenger = account.messenger
        let upload = try await messenger.upload(attachment, from: nil, note: { _ in })
        let message = OutgoingMessage(
          chat: .user(Cast.alice), text: "", attachment: attachment, upload: upload, randomID: 7)
        await stage.server.plan(.refuse(Refusal("FILE_PART_0_MISSING")), for: "messages.sendMedia")
        await #expect(throws: MessengerError.self) { try await messenger.send(message) }
        await stage.server.plan(.refuse(Refusal("FILE_PART_0_MISSING")), for: "messages.sendMedia")
        do throws(MessengerError) {
          _ = try await messenger.send(message)
        } catch {
          #expect(error.code == .uploadLost)
        }
        _ = try folder.write(noise(1001), to: "a.bin")
        do throws(MessengerError) {
          _ = try await messenger.send(message)
          Issue.record("a changed file was sent")
        } catch {
          #expect(error.code == .uploadLost)
        }
        let again = try await messenger.upload(attachment, from: upload, note: { _ in })
        #expect(again.fileID != upload.fileID && again.size == 1001)
        try FileManager.default.removeItem(atPath: attachment.path)
        do throws(MessengerError) {
          _ = try await messenger.upload(attachment, from: again, note: { _ in })
          Issue.record("a missing file was uploaded")
        } catch {
          #expect(error.code == .refused)
        }
      }
    }
  }
}

/// What an upload noted.
private final class UploadStates: Sendable {
  private let states = Mutex<[Upload]>([])

  var last: Upload? { states.withLock(\.last) }
  var note: UploadLog { { upload in self.states.withLock { $0.append(upload) } } }
}
