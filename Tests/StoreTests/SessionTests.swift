import Cryptography
import Foundation
import Model
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(5)))
struct SessionTests {
  let session = StoredSession(
    account: AccountID(10_001), firstName: "Nora", username: "nora", phone: "+15550100001",
    isBot: false, dc: 2, host: "127.0.0.1", port: 4430,
    authKey: SecretBytes((0..<256).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }),
    salt: -0x1122_3344_5566_7788,
    temporaryKey: StoredTemporaryKey(
      secret: SecretBytes((0..<256).map { UInt8($0 ^ 0x5a) }), salt: 0x0102_0304_0506_0708,
      expiresAt: 1_700_086_400), timeOffset: 1.5, created: Timestamp(seconds: 1_700_000_000),
    used: Timestamp(seconds: 1_700_000_100))

  @Test("A session is there again after the file was closed and opened [A17]")
  func survivesReopening() async throws {
    let home = try TemporaryHome()
    let first = try home.open()
    try await first.save(session)
    try first.close()
    let loaded = try #require(try await home.open().sessions().first)
    #expect(loaded.authKey == session.authKey)
    #expect(loaded.salt == session.salt)
    #expect(loaded.account == session.account)
    #expect(loaded.temporaryKey == session.temporaryKey)
    #expect(loaded.timeOffset == session.timeOffset)
    #expect(loaded.created == session.created)
  }

  @Test("A session's age is told in whole days, and from 90 on it is old [B42]")
  func age() {
    let login = session.created
    #expect(session.ageInDays(at: login) == 0)
    #expect(session.ageInDays(at: login.advanced(by: .seconds(90 * 86_400 - 1))) == 89)
    #expect(
      session.ageInDays(at: login.advanced(by: .seconds(90 * 86_400))) == StoredSession.oldAge)
  }

  @Test("Neither auth key nor salt can be found in the files [A7 A21]")
  func sealed() async throws {
    let home = try TemporaryHome()
    let store = try home.open()
    try await store.save(session)
    let bytes = try home.allBytes()
    #expect(bytes.range(of: Data("Nora".utf8)) != nil, "the row itself must be on disk")
    #expect(bytes.range(of: Data(session.authKey.exposed().prefix(16))) == nil)
    let temporary = try #require(session.temporaryKey?.secret.exposed().prefix(16))
    #expect(bytes.range(of: Data(temporary)) == nil)
    let salt = withUnsafeBytes(of: session.salt.littleEndian) { Data($0) }
    #expect(bytes.range(of: salt) == nil)
  }

  @Test("A sealed setting comes back, is read by no one in the files, and can be taken away")
  func sealedSettings() async throws {
    let home = try TemporaryHome()
    let store = try home.open()
    let link = "socks5://robin:open-sesame@proxy.example:1080"
    try await store.setSealed("proxy", to: Secret(link), account: session.account)
    #expect(
      try await store.sealedSetting("proxy", account: session.account)?.reveal() == link)
    #expect(try await store.sealedSetting("proxy", account: AccountID(10_002)) == nil)
    let bytes = try home.allBytes()
    for part in ["proxy.example", "open-sesame", Data(link.utf8).base64EncodedString()] {
      #expect(bytes.range(of: Data(part.utf8)) == nil)
    }
    // Sealed for one account, it opens for no other.
    let stolen = try await store.setting("proxy", account: session.account)
    try await store.set("proxy", to: stolen, account: AccountID(10_002))
    let error = await #expect(throws: StoreError.self) {
      try await store.sealedSetting("proxy", account: AccountID(10_002))
    }
    #expect(error?.code == .wrongKey)
    try await store.setSealed("proxy", to: nil, account: session.account)
    #expect(try await store.sealedSetting("proxy", account: session.account) == nil)
  }

  private func elsewhere(_ dc: Int) -> StoredForeignSession {
    StoredForeignSession(
      dc: dc, host: "127.0.0.1", port: 4440 + dc,
      authKey: SecretBytes((0..<256).map { UInt8(truncatingIfNeeded: $0 * 11 + dc) }), salt: -5,
      temporaryKey: session.temporaryKey, timeOffset: -2.5)
  }

  @Test("Sessions with other data centers are there again, and nobody can read their keys [A7]")
  func foreignSessions() async throws {
    let home = try TemporaryHome()
    let store = try home.open()
    #expect(try await store.save(elsewhere(4), of: session.account) == false)
    try await store.save(session)
    for dc in [4, 1] { try await store.save(elsewhere(dc), of: session.account) }
    let bytes = try home.allBytes()
    #expect(bytes.range(of: Data(elsewhere(4).authKey.exposed().prefix(16))) == nil)
    try store.close()
    let again = try home.open()
    #expect(try await again.foreignSessions(of: session.account) == [elsewhere(1), elsewhere(4)])
    #expect(try await again.foreignSessions(of: AccountID(10_002)).isEmpty)
    try await again.deleteForeignSession(of: session.account, dc: 1)
    #expect(try await again.foreignSessions(of: session.account).map(\.dc) == [4])
  }

  @Test("With another auth key, or none, the account's sessions elsewhere are worth nothing")
  func foreignSessionsEnd() async throws {
    let store = try TemporaryHome().open()
    try await store.save(session)
    try await store.save(elsewhere(4), of: session.account)
    // What changes with every start changes nothing.
    var current = session
    current.salt += 1
    current.temporaryKey = nil
    try await store.save(current)
    #expect(try await store.foreignSessions(of: session.account).count == 1)
    current.authKey = SecretBytes([UInt8](repeating: 9, count: 256))
    try await store.save(current)
    #expect(try await store.foreignSessions(of: session.account).isEmpty)
    try await store.save(session)
    #expect(try await store.foreignSessions(of: session.account).isEmpty)
    try await store.save(elsewhere(4), of: session.account)
    _ = try await store.deleteSession(of: session.account)
    try await store.save(session)
    #expect(try await store.foreignSessions(of: session.account).isEmpty)
  }

  @Test("The database and the key file are readable by their owner alone [A7]")
  func permissions() throws {
    let home = try TemporaryHome()
    _ = try home.open()
    for path in [home.keyPath, home.databasePath] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("With another key file the session is refused by name, and not lost")
  func wrongKey() async throws {
    let home = try TemporaryHome()
    let store = try home.open()
    try await store.save(session)
    try store.close()
    let other = try Store(
      path: home.databasePath, key: SecretBytes([UInt8](repeating: 1, count: 32)))
    let error = await #expect(throws: StoreError.self) { try await other.sessions() }
    #expect(error?.code == .wrongKey)
    #expect(error?.message.contains("key file") == true)
    try other.close()
    #expect(try await home.open().sessions().count == 1)
  }

  @Test("A key file of the wrong size is refused and left as it is")
  func shortKeyFile() throws {
    let home = try TemporaryHome()
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: home.keyPath))
    let error = #expect(throws: StoreError.self) { try Vault.key(at: home.keyPath) }
    #expect(error?.code == .wrongKey)
    #expect(FileManager.default.contents(atPath: home.keyPath) == Data([1, 2, 3]))
  }

  @Test("A file that is no database is refused in plain words")
  func damagedFile() throws {
    let home = try TemporaryHome()
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: home.databasePath))
    let error = #expect(throws: StoreError.self) { try home.open() }
    #expect(error?.code == .damaged)
  }

  @Test("Sessions of several accounts stand side by side; one can be deleted [B55]")
  func severalAccounts() async throws {
    let store = try TemporaryHome().open()
    var second = session
    second.account = AccountID(10_002)
    second.created = session.created.advanced(by: .seconds(1))
    try await store.save(session)
    try await store.save(second)
    #expect(try await store.sessions().map(\.account.rawValue) == [10_001, 10_002])
    #expect(try await store.deleteSession(of: session.account))
    #expect(try await store.deleteSession(of: session.account) == false)
    #expect(try await store.sessions().map(\.account.rawValue) == [10_002])
  }
}
