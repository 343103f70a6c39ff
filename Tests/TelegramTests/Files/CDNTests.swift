import MTProto
import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("Files from the content delivery network", .timeLimit(.minutes(5)))
struct CDNTests {
  private static let part = FileLimits.partSize
  /// The checksums of a part and a half are told with the redirect, the others are asked for.
  private static let content = noise(9 * part + 77_777)

  @Test("A redirect is followed: the parts come from there, decrypted and checked [mtproto 42]")
  func followed() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      let file = try await stage.download(message)
      #expect(try stage.folder.bytes("a") == Self.content)
      #expect(file.remarks.isEmpty)
      #expect(await stage.parts == 10)
      // Four calls are under way before the first redirect is there.
      #expect(await stage.count("upload.getFile") <= FileLimits.parallelCalls)
      #expect(await stage.count("upload.getCdnFileHashes") >= 7)
      #expect(await stage.count("help.getCdnConfig") == 1)
    }
  }

  @Test("Files of all sizes around the borders of parts and checksums arrive whole [mtproto 42]")
  func sizes() async throws {
    try await CDNStage.run { stage in
      for size in [1, 16, 131_071, 131_072, 131_073, Self.part - 1, Self.part, Self.part + 1] {
        let before = await stage.parts
        let content = noise(size, seed: UInt64(size))
        try await stage.download(try await stage.document(content), to: "\(size)")
        #expect(try stage.folder.bytes("\(size)") == content)
        #expect(await stage.parts - before == Int(FileLimits.parts(of: Int64(size))))
      }
    }
  }

  @Test("The delivery server is told neither who calls nor of any account [mtproto 42]")
  func stranger() async throws {
    try await CDNStage.run { stage in
      try await stage.download(try await stage.document(Self.content))
      // What the server sees is judged at the end of every test here; this is what it saw.
      let calls = await stage.cdn.calls
      #expect(calls.allSatisfy { $0.method == "upload.getCdnFile" && $0.person == nil })
      let homes = Set(await stage.stage.server.calls.map(\.session.authKey))
      #expect(homes.isDisjoint(with: calls.map(\.session.authKey)))
    }
  }

  @Test(
    "Wrong bytes are never written: the rest comes from the file's own data center [mtproto 42]")
  func wrongBytes() async throws {
    let faults: [CDNShelf.Fault] = [
      .wrongByte, .missingBytes(16), .missingBytes(-16), .missingBytes(.max),
    ]
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      for (index, fault) in faults.enumerated() {
        let before = await stage.parts
        stage.shelf.plan(fault, times: 100)
        let file = try await stage.download(message, to: "\(index)")
        stage.shelf.clearFaults()
        #expect(try stage.folder.bytes("\(index)") == Self.content)
        #expect(file.remarks.count == 1)
        let remark = try #require(file.remarks.first)
        #expect(remark.contains("data center 203") && remark.contains("data center 2:"))
        #expect(await stage.parts - before <= FileLimits.parallelCalls)
      }
    }
  }

  @Test("One wrong byte among good parts: the good ones stay, and nothing else is believed")
  func oneWrongByte() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      try await stage.download(message, to: "first")
      let before = await stage.parts
      stage.shelf.plan(.wrongByte)
      let file = try await stage.download(message, to: "second")
      #expect(try stage.folder.bytes("second") == Self.content)
      #expect(file.remarks.first?.contains("checksum") == true)
      #expect(await stage.parts - before <= 2 * FileLimits.parallelCalls)
    }
  }

  @Test("A file that the server has lost is brought there again, and comes from there [mtproto 42]")
  func reupload() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      stage.shelf.plan(.lost)
      var file = try await stage.download(message)
      #expect(file.remarks.isEmpty)
      #expect(await stage.count("upload.reuploadCdnFile") >= 1)
      stage.shelf.loseEverything()
      file = try await stage.download(message, to: "b")
      #expect(file.remarks.isEmpty)
      #expect(try stage.folder.bytes("a") == Self.content)
      #expect(try stage.folder.bytes("b") == Self.content)
    }
  }

  @Test("A server that loses whatever it is given is left after some attempts")
  func losesAll() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      stage.shelf.plan(.lost, times: 10_000)
      let file = try await stage.download(message)
      #expect(try stage.folder.bytes("a") == Self.content)
      #expect(file.remarks.count == 1)
      #expect(await stage.count("upload.reuploadCdnFile") <= 10)
    }
  }

  @Test("An expired token: the file's data center is asked, and may give another [mtproto 42]")
  func expired() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      stage.shelf.plan(.expired)
      var file = try await stage.download(message)
      #expect(file.remarks.isEmpty)
      stage.shelf.plan(.expired, times: 1000)
      file = try await stage.download(message, to: "b")
      #expect(try stage.folder.bytes("b") == Self.content)
      let parts = await stage.parts
      #expect(parts <= 10 + 5 * FileLimits.parallelCalls)
    }
  }

  @Test("A token that Telegram itself refuses: on with the file's own data center")
  func refusedToken() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      stage.shelf.plan(.lost, times: 1000)
      for name in ["FILE_TOKEN_INVALID", "REQUEST_TOKEN_INVALID", "CDN_UPLOAD_TIMEOUT"] {
        await stage.stage.server.plan(
          .refuse(Refusal(name)), for: "upload.reuploadCdnFile", times: 100)
        try await stage.download(message, to: name)
        #expect(try stage.folder.bytes(name) == Self.content)
        await stage.stage.server.clearFaults()
      }
    }
  }

  @Test("Without checksums nothing is taken from there")
  func noChecksums() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      await stage.stage.server.plan(
        .refuse(Refusal("CDN_METHOD_INVALID")), for: "upload.getCdnFileHashes", times: 100)
      let file = try await stage.download(message)
      #expect(try stage.folder.bytes("a") == Self.content)
      #expect(file.remarks.count == 1)
    }
  }

  @Test("A server whose key is none of those that Telegram tells is not spoken to")
  func impostor() async throws {
    let other = try ServerKey.generate().publicPEM()
    try await CDNStage.run(publicKey: other) { stage in
      let message = try await stage.document(Self.content)
      let file = try await stage.download(message)
      #expect(try stage.folder.bytes("a") == Self.content)
      #expect(file.remarks.count == 1)
      #expect(await stage.cdn.calls.isEmpty)
    }
  }

  @Test("A server that has forgotten our key gets another, and the download goes on")
  func forgottenKey() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      var calls = stage.cdn.executedCalls().makeAsyncIterator()
      await stage.cdn.plan(.holdAnswer, for: "upload.getCdnFile", times: 2)
      async let file = stage.download(message)
      while let call = await calls.next(), call.method != "upload.getCdnFile" {}
      await stage.cdn.forgetKeys()
      #expect(try await file.remarks.isEmpty)
      #expect(try stage.folder.bytes("a") == Self.content)
    }
  }

  @Test("Whatever a delivery server says, the account stays where it is and logged in")
  func lies() async throws {
    let lies = [
      Refusal(303, "USER_MIGRATE_4"), Refusal(401, "AUTH_KEY_UNREGISTERED"),
      Refusal(401, "SESSION_REVOKED"), Refusal("CDN_METHOD_INVALID"),
      // Last: the method is not called any more for a day.
      Refusal(420, "FLOOD_WAIT_86400"),
    ]
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      for (index, lie) in lies.enumerated() {
        await stage.cdn.plan(.refuse(lie), for: "upload.getCdnFile", times: 100)
        let file = try await stage.download(message, to: "\(index)")
        await stage.cdn.clearFaults()
        #expect(try stage.folder.bytes("\(index)") == Self.content)
        #expect(file.remarks.count == 1)
        #expect(await stage.account.client.home.dc == 2)
      }
      let sent = try await stage.account.messenger.send(
        OutgoingMessage(chat: .user(Cast.alice), text: "still here", randomID: 5))
      #expect(sent.id != nil)
    }
  }

  @Test("A delivery server that is down costs its answer, not the file")
  func down() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      stage.shelf.place(host: "127.0.0.1", port: 9)
      let file = try await stage.download(message)
      #expect(try stage.folder.bytes("a") == Self.content)
      #expect(file.remarks.count == 1)
      #expect(await stage.cdn.calls.isEmpty)
    }
  }

  @Test("What came from there is gone on with after a cut, wherever the rest comes from")
  func resumed() async throws {
    try await CDNStage.run { stage in
      let message = try await stage.document(Self.content)
      await stage.cdn.plan(.cutBeforeAnswer, for: "upload.getCdnFile", times: 2)
      let file = try await stage.download(message)
      #expect(file.remarks.isEmpty)
      #expect(try stage.folder.bytes("a") == Self.content)
    }
  }
}
