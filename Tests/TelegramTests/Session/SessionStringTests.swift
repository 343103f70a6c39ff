import Cryptography
import Model
import Testing

@testable import Telegram

@Suite("Session string")
struct SessionStringTests {
  /// Made up: 0, 1, 2 ... 255.
  private let key = (0...255).map { UInt8($0) }

  /// What Telethon 1.45 writes for DC 2, 149.154.167.51:443 and the key above.
  private let telethon =
    "1ApWapzMBuwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk"
    + "6Ozw9Pj9AQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent"
    + "8fX5_gIGCg4SFhoeIiYqLjI2Oj5CRkpOUlZaXmJmam5ydnp-goaKjpKWmp6ipqqusra6vsLGys7S1tre4ubq7vL2"
    + "-v8DBwsPExcbHyMnKy8zNzs_Q0dLT1NXW19jZ2tvc3d7f4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-"
    + "_z9_v8="

  @Test("Telethon's string is read and written back the same [B10-14]")
  func telethonString() throws {
    let session = try SessionString.parse(Secret(telethon))
    #expect(session.address == ServerAddress(dc: 2, host: "149.154.167.51", port: 443))
    #expect(session.authKey.exposed() == key)
    #expect(try SessionString.format(session).reveal() == telethon)
  }

  @Test("Missing padding and white space around it do no harm")
  func lenient() throws {
    let session = try SessionString.parse(Secret("  \(telethon.dropLast())\n"))
    #expect(session.authKey.exposed() == key)
  }

  @Test("An IPv6 address survives")
  func ipv6() throws {
    let session = SavedSession(
      address: ServerAddress(dc: 4, host: "2001:67c:4e8:f004::a", port: 443),
      authKey: SecretBytes(key))
    let text = try SessionString.format(session)
    let read = try SessionString.parse(text)
    #expect(read.address == session.address)
    #expect(read.authKey == session.authKey)
  }

  @Test(
    "A damaged string is refused with the variable's name and without its text [B10-14, B41]",
    arguments: ["", "2AAAA", "1", "1AgcF!!", "1AgcFAQG7", "1" + String(repeating: "A", count: 352)])
  func damaged(text: String) {
    let error = #expect(throws: TelegramError.self) {
      try SessionString.parse(Secret(text))
    }
    #expect(error?.code == .invalidInput)
    #expect(error?.message.contains("TELEGRAM_SESSION_STRING") == true)
    #expect(text.count < 5 || error?.message.contains(text) == false)
  }

  @Test("A server known by name has no session string")
  func named() {
    let session = SavedSession(
      address: ServerAddress(dc: 2, host: "localhost", port: 4430), authKey: SecretBytes(key))
    #expect(throws: TelegramError.self) { try SessionString.format(session) }
  }

  @Test("The published key of Telegram has the published fingerprint")
  func publishedKey() throws {
    let servers = try TelegramServers.production()
    #expect(servers.keys.map(\.fingerprint) == [Int64(bitPattern: 0xd09d_1d85_de64_fd85)])
    #expect(servers.addresses.keys.sorted() == [1, 2, 3, 4, 5])
  }
}

@Suite("Phone number")
struct PhoneNumberTests {
  @Test(
    "Spaces, dashes and a leading + or 00 are accepted [A35]",
    arguments: ["+1 555 010-0123", "1 (555) 010 0123", "0015550100123", "15550100123"])
  func accepted(text: String) throws {
    #expect(try PhoneNumber(text).digits == "15550100123")
  }

  @Test(
    "What is no number is refused in words",
    arguments: ["", "12345", "hello", "+1 555 010 0123 4567 89", "+1;555"])
  func refused(text: String) {
    let error = #expect(throws: TelegramError.self) { try PhoneNumber(text) }
    #expect(error?.code == .invalidInput)
  }
}
