import Cryptography
import Model
import Testing

@testable import Telegram

@Suite("Proxy links")
struct ProxyLinkTests {
  private static let hex = "00112233445566778899aabbccddeeff"
  private static let bytes = (0..<16).map { UInt8($0 * 17) }

  private func proxy(_ link: String) throws -> Proxy { try Proxy(link: Secret(link)) }

  @Test(
    "An MTProxy's link in each of its forms [mtproto 25]",
    arguments: [
      "tg://proxy?server=proxy.example&port=443&secret=\(hex)",
      "https://t.me/proxy?server=proxy.example&port=443&secret=\(hex)",
      "http://telegram.me/proxy?port=443&secret=\(hex.uppercased())&server=proxy.example",
      "t.me/proxy?server=proxy.example&port=443&secret=ABEiM0RVZneImaq7zN3u_w",
      "  tg://proxy?server=proxy.example&port=443&secret=ABEiM0RVZneImaq7zN3u%2Fw%3D%3D\n",
    ])
  func mtproxy(link: String) throws {
    let proxy = try proxy(link)
    #expect(proxy.host == "proxy.example" && proxy.port == 443)
    guard case .mtproto(let secret) = proxy.kind else {
      Issue.record("no MTProxy")
      return
    }
    #expect(secret.form == .plain)
    #expect(secret.key.exposed() == Self.bytes)
  }

  @Test(
    "A SOCKS5 proxy's link in each of its forms [mtproto 25]",
    arguments: [
      "tg://socks?server=10.0.0.1&port=1080&user=robin&pass=p%40ss%2Bword",
      "https://t.me/socks?server=10.0.0.1&port=1080&user=robin&pass=p%40ss%2Bword",
      "socks5://robin:p%40ss%2Bword@10.0.0.1:1080", "socks5h://robin:p%40ss%2Bword@10.0.0.1",
    ])
  func socks(link: String) throws {
    let proxy = try proxy(link)
    #expect(proxy.host == "10.0.0.1" && proxy.port == 1080)
    guard case .socks5(let credentials) = proxy.kind else {
      Issue.record("no SOCKS5 proxy")
      return
    }
    #expect(credentials?.user == "robin")
    #expect(credentials?.password.reveal() == "p@ss+word")
  }

  @Test("Without a user nobody is named, and an address of IPv6 stands in brackets")
  func sparse() throws {
    for link in ["socks5://[2001:db8::1]:9050", "tg://socks?server=2001:db8::1&port=9050"] {
      let proxy = try proxy(link)
      #expect(proxy.host == "2001:db8::1" && proxy.port == 9050)
      guard case .socks5(nil) = proxy.kind else {
        Issue.record("a user came from nowhere")
        return
      }
      #expect(proxy.description == "SOCKS5 proxy [2001:db8::1]:9050")
    }
  }

  @Test("Secrets with dd and ee are told apart, in hexadecimal and in base64url [mtproto 25]")
  func secretForms() throws {
    let padded = try MTProxySecret(parsing: Secret("dd" + Self.hex))
    #expect(padded.form == .padded && padded.key.exposed() == Self.bytes)
    #expect(try MTProxySecret(parsing: Secret("3QARIjNEVWZ3iJmqu8zd7v8")).form == .padded)
    let domain = "www.example.com".utf8.map { String($0, radix: 16) }.joined()
    let tls = try MTProxySecret(parsing: Secret("ee" + Self.hex + domain))
    #expect(tls.form == .tls(domain: "www.example.com") && tls.key == padded.key)
    for secret in [padded, tls] {
      let again = try MTProxySecret(parsing: secret.text)
      #expect(again.form == secret.form && again.key == secret.key)
    }
  }

  @Test(
    "What is written for keeping is read as the same proxy",
    arguments: [
      "socks5://robin:p%40ss%2Bwo%26rd%20%3D@10.0.0.1:1080", "socks5://localhost:9",
      "tg://proxy?server=::1&port=1&secret=dd\(hex)",
    ])
  func roundTrip(link: String) throws {
    let first = try proxy(link)
    let second = try Proxy(link: first.link)
    #expect(second.host == first.host && second.port == first.port)
    #expect(second.link.reveal() == first.link.reveal())
    if case .socks5(let a?) = first.kind, case .socks5(let b?) = second.kind {
      #expect(a.user == b.user && a.password.reveal() == b.password.reveal())
    }
  }

  @Test(
    "A link that cannot be used: what is wrong in words, and nothing of the link",
    arguments: [
      ("", "this form"), ("http://proxy.example:3128", "site"),
      ("socks4://proxy.example:1", "kind"),
      ("tg://resolve?domain=secretname", "no proxy"), ("tg://proxy?server=h&port=1", "no secret"),
      ("tg://proxy?server=h&port=0&secret=\(hex)", "port"),
      ("tg://proxy?server=h&port=65536&secret=\(hex)", "port"),
      ("tg://proxy?port=1&secret=\(hex)", "no server"),
      ("tg://proxy?server=a%20b&port=1&secret=\(hex)", "no server"),
      ("tg://proxy?server=h&port=1&secret=\(hex)00", "17 bytes"),
      ("tg://proxy?server=h&port=1&secret=dd\(hex)00", "18 bytes"),
      ("tg://proxy?server=h&port=1&secret=ee\(hex)", "17 bytes"),
      ("tg://proxy?server=h&port=1&secret=ee\(hex)0a0d", "domain"),
      ("tg://proxy?server=h&port=1&secret=no!secret", "neither"),
      ("socks5://:secretname@host", "no user"), ("socks5://user:secretname@", "no server"),
      ("socks5://secretname:x@host:99999999", "port"),
      ("socks5://\(String(repeating: "secretname", count: 26)):x@host", "255"),
      (String(repeating: "secretname", count: 300), "too long"),
    ])
  func refused(link: String, says: String) throws {
    let error = #expect(throws: TelegramError.self) { try proxy(link) }
    #expect(error?.code == .invalidInput)
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains(Self.hex) == false)
    #expect(error?.message.contains("secretname") == false)
  }

  @Test("Nothing that can be printed holds the secret, the password or the user")
  func printing() throws {
    for link in [
      "tg://proxy?server=h&port=1&secret=dd\(Self.hex)", "socks5://robin:sesame@h:1",
    ] {
      let proxy = try proxy(link)
      var dumped = ""
      dump(proxy, to: &dumped)
      let texts = ["\(proxy)", proxy.debugDescription, "\(proxy.kind)", "\(proxy.link)", dumped]
      for text in texts {
        #expect(!text.contains(Self.hex) && !text.contains("sesame"), "\(text)")
      }
    }
  }
}
