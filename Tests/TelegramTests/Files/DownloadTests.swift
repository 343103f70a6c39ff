import Foundation
import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("Downloads from the sandbox", .timeLimit(.minutes(5)))
struct DownloadTests {
  private static let part = FileLimits.partSize

  @Test(
    "Files of all sizes around the borders of parts arrive whole [mtproto 42]",
    arguments: [1, 1023, 4096, part - 1, part, part + 1, 2 * part, 2 * part + 1, 9 * part + 77])
  func sizes(_ size: Int) async throws {
    let content = noise(size, seed: UInt64(size))
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document(content, account)
        #expect(message.media?.kind == .document)
        #expect(message.media?.size == Int64(size))
        #expect(message.media?.name == "thing.bin")
        #expect(message.text == "here")
        let log = ProgressLog()
        let file = try await account.api.download(
          message, to: folder.path("thing.bin"), progress: log.progress)
        #expect(
          file == DownloadedFile(path: folder.path("thing.bin"), size: Int64(size), resumed: 0))
        #expect(log.all.first == 0 && log.all.last == Int64(size))
        #expect(log.all == log.all.sorted())
        let reads = await stage.calls(of: "upload.getFile")
        #expect(reads.count == Int(FileLimits.parts(of: Int64(size))))
        #expect(reads.allSatisfy { $0.refusal == nil })
      }
    }
    #expect(try folder.bytes("thing.bin") == content)
    #expect(try folder.names == ["thing.bin"])
  }

  @Test("A messenger fetches up to a size, and nothing of what is larger [A11]")
  func bounded() async throws {
    let content = noise(5000)
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document(content, account)
        let error = await #expect(throws: MessengerError.self) {
          try await account.messenger.download(message, to: folder.path("a"), largest: 4999)
        }
        #expect(error?.code == .refused)
        #expect(await stage.calls(of: "upload.getFile").isEmpty)
        try await account.messenger.download(message, to: folder.path("a"), largest: 5000)
        var bare = message
        bare.media = nil
        let nothing = await #expect(throws: MessengerError.self) {
          try await account.messenger.download(bare, to: folder.path("b"), largest: 5000)
        }
        #expect(nothing?.code == .refused)
      }
    }
    #expect(try folder.bytes("a") == content)
  }

  @Test("Parts come over sessions of their own, and none of them brings updates [mtproto 42]")
  func ownConnections() async throws {
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document(noise(20 * Self.part), account)
        _ = try await account.api.download(message, to: folder.path("a"))
        let calls = await stage.server.calls
        let main = Set(calls.filter { $0.method == "messages.getDialogs" }.map(\.session))
        let files = Set(calls.filter { $0.method == "upload.getFile" }.map(\.session))
        #expect(main.isDisjoint(with: files))
        #expect((1...FileConnections.connectionsPerDC).contains(files.count))
        #expect(Set(files.map(\.authKey)) == Set(main.map(\.authKey)))
      }
    }
  }

  @Test("While parts are held up, messages come and go [mtproto 42]")
  func mainConnectionIsFree() async throws {
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let content = noise(8 * Self.part)
        let message = try await stage.document(content, account)
        await stage.server.plan(.holdAnswer, for: "upload.getFile", times: 4)
        var calls = stage.server.executedCalls().makeAsyncIterator()
        async let file = account.api.download(message, to: folder.path("a"))
        var held = 0
        while held < 4, let call = await calls.next() {
          if call.method == "upload.getFile" { held += 1 }
        }
        let sent = try await account.messenger.send(
          OutgoingMessage(chat: .user(Cast.alice), text: "meanwhile", randomID: 5))
        #expect(sent.id != nil)
        await stage.server.releaseAnswers()
        #expect(try await file.size == Int64(content.count))
        #expect(try folder.bytes("a") == content)
      }
    }
  }

  @Test("Answers in any order, cut connections and short flood waits lose nothing [mtproto 42]")
  func disorder() async throws {
    let content = noise(12 * Self.part + 5)
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document(content, account)
        let faults: [FaultKind] = [
          .holdAnswer, .cutBeforeAnswer, .refuse(Refusal(420, "FLOOD_PREMIUM_WAIT_3")),
          .cutBeforeAnswer, .refuse(Refusal(500, "RPC_CALL_FAIL")),
        ]
        for fault in faults { await stage.server.plan(fault, for: "upload.getFile") }
        async let file = account.api.download(message, to: folder.path("a"))
        // The first part comes last.
        var calls = stage.server.executedCalls().makeAsyncIterator()
        var seen = 0
        while seen < 9, let call = await calls.next() {
          if call.method == "upload.getFile" { seen += 1 }
        }
        await stage.server.releaseAnswers()
        _ = try await file
        #expect(try folder.bytes("a") == content)
      }
    }
  }

  @Test(
    "An expired reference: the message is fetched again, once for all, and it goes on [mtproto 42]")
  func expiredReference() async throws {
    let content = noise(12 * Self.part)
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.server.act { $0.limits.readsPerReference = 5 }
      try await stage.workWithFiles { account in
        let message = try await stage.document(content, account)
        _ = try await account.api.download(message, to: folder.path("a"))
        #expect(try folder.bytes("a") == content)
        let reads = await stage.calls(of: "upload.getFile")
        let good = reads.filter { $0.refusal == nil }
        #expect(good.count == 12)
        #expect(reads.contains { $0.refusal == Refusal("FILE_REFERENCE_EXPIRED") })
        #expect(await stage.calls(of: "messages.getMessages").count == 2)
      }
    }
  }

  @Test("The temporary key is lost in mid-transfer: the next one carries the rest [mtproto 24, 42]")
  func lostKey() async throws {
    let content = noise(12 * Self.part)
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document(content, account)
        var calls = stage.server.executedCalls().makeAsyncIterator()
        await stage.server.plan(.holdAnswer, for: "upload.getFile", times: 2)
        async let file = account.api.download(message, to: folder.path("a"))
        while let call = await calls.next(), call.method != "upload.getFile" {}
        await stage.server.forgetTemporaryKeys()
        #expect(try await file.size == Int64(content.count))
        #expect(try folder.bytes("a") == content)
      }
    }
  }

  @Test("The message is deleted in mid-transfer: it is said, and what has come is kept")
  func deletedMeanwhile() async throws {
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.server.act { $0.limits.readsPerReference = 4 }
      try await stage.workWithFiles { account in
        let message = try await stage.document(noise(12 * Self.part), account)
        let key = try #require(
          await stage.server.look { world in
            world.search("here", in: .user(Cast.owner), for: Cast.alice, HistoryQuery(limit: 1))
              .messages.first?.id
          })
        var calls = stage.server.executedCalls().makeAsyncIterator()
        await stage.server.plan(.holdAnswer, for: "upload.getFile")
        async let file = account.api.download(message, to: folder.path("a"))
        while let call = await calls.next(), call.method != "upload.getFile" {}
        try await stage.server.contact(Cast.alice).delete([key])
        await stage.server.releaseAnswers()
        do {
          _ = try await file
          Issue.record("a deleted message gave its file")
        } catch {
          #expect("\(error)".contains("There is no message \(message.id)"))
        }
        #expect(try folder.names == ["a.part"])
      }
    }
  }

  @Test("A reference that is never good ends the download with words, and what has come is kept")
  func hopelessReference() async throws {
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document(noise(3 * Self.part), account)
        await stage.server.plan(
          .refuse(Refusal("FILE_REFERENCE_EXPIRED")), for: "upload.getFile", times: 1000)
        let error = await #expect(throws: TelegramError.self) {
          try await account.api.download(message, to: folder.path("a"))
        }
        #expect(error?.code == .badAnswer)
        #expect(try folder.names == ["a.part"])
      }
    }
  }

  @Test("A download that was cut short goes on with the parts that are missing [mtproto 42]")
  func resumed() async throws {
    let content = noise(10 * Self.part + 9)
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document(content, account)
        // Six parts come; then the reference is old, and there is no other.
        try await stage.server.act { $0.limits.readsPerReference = 6 }
        await stage.server.plan(
          .refuse(Refusal("PEER_ID_INVALID")), for: "messages.getMessages", times: 10)
        await #expect(throws: TelegramError.self) {
          try await account.api.download(message, to: folder.path("a"))
        }
        #expect(try folder.names == ["a.part"])
        await stage.server.clearFaults()
        try await stage.server.act { $0.limits.readsPerReference = nil }
        let before = await stage.calls(of: "upload.getFile").filter { $0.refusal == nil }.count
        let file = try await account.api.download(message, to: folder.path("a"))
        let after = await stage.calls(of: "upload.getFile").filter { $0.refusal == nil }.count
        // What was still on its way when it ended is fetched again.
        #expect(before == 6)
        #expect((2...6).contains(Int(file.resumed) / Self.part))
        #expect(after - before == 11 - Int(file.resumed) / Self.part)
        #expect(try folder.bytes("a") == content)
        #expect(try folder.names == ["a"])
      }
    }
  }

  @Test("What a power cut has damaged is fetched again, and another file's leavings are not used")
  func damagedRemains() async throws {
    let content = noise(4 * Self.part)
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let other = try await stage.document(noise(4 * Self.part, seed: 9), account)
        let message = try await stage.document(content, account)
        for (index, victim) in [message, other].enumerated() {
          try await stage.server.act { $0.limits.readsPerReference = 3 }
          await stage.server.plan(
            .refuse(Refusal("PEER_ID_INVALID")), for: "messages.getMessages", times: 10)
          await #expect(throws: TelegramError.self) {
            try await account.api.download(victim, to: folder.path("a"), replaces: true)
          }
          await stage.server.clearFaults()
          try await stage.server.act { $0.limits.readsPerReference = nil }
          if index == 0 {
            let handle = try FileHandle(forUpdating: URL(filePath: folder.path("a.part")))
            try handle.seek(toOffset: 17)
            try handle.write(contentsOf: [1, 2, 3, 4])
            try handle.seek(toOffset: UInt64(Self.part) + 17)
            try handle.write(contentsOf: [1, 2, 3, 4])
            try handle.close()
          }
          let file = try await account.api.download(message, to: folder.path("a"), replaces: true)
          #expect(file.resumed <= (index == 0 ? Int64(2 * Self.part) : 0))
          #expect(try folder.bytes("a") == content)
        }
      }
    }
  }

  @Test("A file that is there is not overwritten, unless that is asked for")
  func existing() async throws {
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document([1, 2, 3], account)
        _ = try folder.write([9], to: "a")
        let error = await #expect(throws: FileError.self) {
          try await account.api.download(message, to: folder.path("a"))
        }
        #expect(error?.code == .exists)
        #expect(try folder.bytes("a") == [9])
        #expect(try folder.names == ["a"])
        _ = try await account.api.download(message, to: folder.path("a"), replaces: true)
        #expect(try folder.bytes("a") == [1, 2, 3])
        try FileManager.default.createSymbolicLink(
          atPath: folder.path("b.part"), withDestinationPath: folder.path("a"))
        let linked = await #expect(throws: FileError.self) {
          try await account.api.download(message, to: folder.path("b"))
        }
        #expect(linked?.code == .denied)
      }
    }
  }

  @Test("Photos and voice notes tell what they are, and arrive")
  func kinds() async throws {
    let folder = try TestFolder()
    let picture = [0xFF, 0xD8, 0xFF] + noise(700_000)
    let wave = Waveform((0..<100).map { UInt8($0 % 32) })
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let alice = stage.server.contact(Cast.alice)
        try await alice.send(picture, form: .photo, to: .user(Cast.owner))
        try await alice.send(
          [1, 2], form: .voice(duration: 3, waveform: wave.packed), mimeType: "audio/ogg",
          to: .user(Cast.owner))
        let messages = try await account.api.history(of: .user(Cast.alice), limit: 2)
        let voice = try #require(messages[0].media)
        #expect(voice.kind == .voice && voice.duration == 3 && voice.waveform == wave.values)
        let photo = try #require(messages[1].media)
        #expect(photo.kind == .photo && photo.size == Int64(picture.count))
        #expect(photo.file?.dc == 2 && photo.file?.sizeType == "y")
        _ = try await account.api.download(messages[1], to: folder.path("p.jpg"))
        #expect(try folder.bytes("p.jpg") == picture)
      }
    }
  }
}
