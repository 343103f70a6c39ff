import Cryptography
import MTProto
import Model

@testable import Settings
@testable import Telegram

/// What people paste and keep in files: session strings, links of proxies, secrets, `.env` files, names of
/// files.
struct StringsTarget: FuzzTarget {
  static let name = "strings"

  static func seeds() throws -> [[UInt8]] {
    let session = SavedSession(
      address: ServerAddress(dc: 2, host: "149.154.167.51", port: 443),
      authKey: SecretBytes([UInt8](repeating: 7, count: 256)))
    let texts = [
      "tg://proxy?server=proxy.example.org&port=443&secret=dd000102030405060708090a0b0c0d0e0f",
      "https://t.me/proxy?server=10.0.0.1&port=80&secret=7gABAgMEBQYHCAkKCwwNDg9leGFtcGxlLm9yZw",
      "t.me/socks?server=[::1]&port=1080&user=a&pass=b%20c", "socks5://u:p@localhost:1080",
    ]
    return [[0] + Array(try SessionString.format(session).reveal().utf8)]
      + texts.map { [1] + Array($0.utf8) }
      + [
        [2] + Array("ee000102030405060708090a0b0c0d0e0f6578616d706c652e6f7267".utf8),
        [3] + Array("A=1\nexport B='x y' # z\n\n# c\r\nC=\"q\"\n".utf8),
        [4] + Array("../..\u{202e}gpj.exe/\u{0}.tar.gz ".utf8),
      ]
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let kind = choices.number(below: 5)
    let text = String(decoding: choices.remainder(), as: UTF8.self)
    switch kind {
    case 0: session(text)
    case 1: link(text)
    case 2: secret(text)
    case 3: environment(text)
    default:
      let name = SafeFileName.make(of: text, or: "file")
      demand(!name.isEmpty && name.utf8.count <= 255, "a name has no fitting length")
      demand(!name.contains("/") && !name.hasPrefix("."), "a name leads elsewhere")
      _ = FileKind.mimeType(of: bytes, name: name)
    }
  }

  private func session(_ text: String) {
    guard let session = try? SessionString.parse(Secret(text)) else { return }
    guard let written = try? SessionString.format(session) else {
      return demand(false, "a session that was read cannot be written")
    }
    let again = try? SessionString.parse(written)
    demand(again?.address == session.address, "a session string leads elsewhere when written again")
  }

  private func link(_ text: String) {
    guard let proxy = try? Proxy(link: Secret(text)) else { return }
    let again = try? Proxy(link: proxy.link)
    demand(again?.host == proxy.host && again?.port == proxy.port, "a link leads elsewhere")
    demand(again?.link.reveal() == proxy.link.reveal(), "a link does not settle")
  }

  private func secret(_ text: String) {
    guard let secret = try? MTProxySecret(parsing: Secret(text)) else { return }
    let again = try? MTProxySecret(parsing: secret.text)
    demand(again?.form == secret.form, "a secret is another one when written again")
  }

  private func environment(_ text: String) {
    guard let environment = try? DotEnv(parsing: text, path: "x") else { return }
    demand(environment.values.keys.allSatisfy { !$0.isEmpty }, "a value has no name")
  }
}
