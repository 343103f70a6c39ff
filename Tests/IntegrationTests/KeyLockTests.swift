import Cryptography
import Foundation
import Glibc
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  @Suite("One session, two homes")
  struct KeyLockTests {
    private let key = SecretBytes([UInt8](repeating: 3, count: 256))

    private func home(_ folder: TemporaryHome, _ name: String) -> Home {
      Home(option: folder.file(name).path, environment: [:])
    }

    private func folder(in home: TemporaryHome) throws -> String {
      try RuntimeFolder.path(environment: ["XDG_RUNTIME_DIR": home.folder.path])
    }

    @Test("An auth key belongs to one home at a time; its name says nothing of it [B40]")
    func exclusive() throws {
      let files = try TemporaryHome()
      let folder = try folder(in: files)
      let other = SecretBytes([UInt8](repeating: 4, count: 256))
      do {
        let first = try KeyLock(key, home: home(files, "a"), folder: folder)
        let same = try KeyLock(key, home: home(files, "a"), folder: folder)
        let error = #expect(throws: CommandError.self) {
          try KeyLock(key, home: home(files, "b"), folder: folder)
        }
        #expect(error?.status == .inUse)
        #expect(error.map { "\($0)".contains("process \(getpid())") } == true)
        #expect(error.map { "\($0)".contains(files.file("a").path) } == true)
        _ = try KeyLock(other, home: home(files, "b"), folder: folder)
        withExtendedLifetime((first, same)) {}
      }
      // Free again.
      _ = try KeyLock(key, home: home(files, "b"), folder: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 2 && names.allSatisfy { !$0.contains("0303") })
    }

    @Test("The folder of locks is this user's alone, or none")
    func runtimeFolder() throws {
      let files = try TemporaryHome()
      let path = try folder(in: files)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
      #expect(throws: CommandError.self) { try folder(in: files) }
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/tmp")
      #expect(throws: CommandError.self) { try folder(in: files) }
    }

    @Test(
      "A session that a twin works with is refused in another home until the twin is gone [B39 B40]",
      .timeLimit(.minutes(5)))
    func twoHomes() async throws {
      try await TwinStage.run { stage in
        let runtime = ["XDG_RUNTIME_DIR": stage.home.folder.path]
        let string = try await stage.program(["session", "export"], runtime)
        #expect(string.status == 0)
        let twin = try stage.start(environment: runtime)
        _ = try await twin.ready()
        // Beside the twin, in its home: single commands.
        let beside = try await stage.program(["send", "@alicemoreno", "by hand"], runtime)
        #expect(beside.status == 0, "\(beside.errors)")
        #expect(try await stage.program(["dialogs"], runtime).status == 0)

        let elsewhere = runtime.merging([
          "UNDERSTUDY_HOME": stage.home.file("elsewhere").path,
          "TELEGRAM_SESSION_STRING": string.output,
        ]) { $1 }
        for command in [["dialogs"], ["send", "me", "x"]] {
          let refused = try await stage.program(command, elsewhere)
          #expect(refused.status == CommandStatus.inUse.rawValue)
          #expect(refused.errors.contains("in use by process "))
          #expect(refused.errors.contains(stage.home.file("home").path))
          #expect(!refused.everything.contains(string.output))
        }
        // kill -9 frees it.
        twin.process.kill()
        _ = await twin.process.ending()
        let free = try await stage.program(["dialogs"], elsewhere)
        #expect(free.status == 0, "\(free.errors)")
        // Now it is in that home's hands only while it is used.
        let back = try stage.start(environment: runtime)
        _ = try await back.ready()
        #expect(try await back.stop()?.status == 0)
      }
    }
  }
}
