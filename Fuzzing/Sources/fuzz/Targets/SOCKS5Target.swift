import Model

@testable import Telegram

/// What answers in a SOCKS5 proxy's place: what our client says does not depend on how the bytes were cut.
struct SOCKS5Target: FuzzTarget {
  static let name = "socks5"

  static func seeds() -> [[UInt8]] {
    let reply: [UInt8] = [5, 0, 0, 1, 127, 0, 0, 1, 0, 80]
    let name: [UInt8] = [5, 0, 0, 3, 2, 97, 98, 0, 80]
    let sixth: [UInt8] = [5, 0, 0, 4] + [UInt8](repeating: 0, count: 18)
    return [
      [0, 0, 5, 0] + reply + [9, 9], [1, 1, 5, 2, 1, 0] + name + [9], [2, 3, 5, 0] + sixth,
      [3, 5, 5, 0, 5, 7, 0, 1], [0, 0, 5, 255], [1, 0, 5, 2, 1, 1],
    ]
  }

  private static let hosts = ["127.0.0.1", "::1", "dc.example.org", ""]

  private struct Outcome: Equatable {
    var said: [UInt8] = []
    var beyond: [UInt8]?
    var failure: ProxyFailure?
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let first = choices.byte()
    let host = Self.hosts[Int(first >> 1) % Self.hosts.count]
    let credentials = first & 1 == 1 ? Proxy.Credentials(user: "u", password: Secret("p")) : nil
    let pattern = choices.byte()
    let wire = choices.remainder()
    let whole = Self.converse(host, credentials, [wire])
    let split = Self.converse(host, credentials, Splits.pieces(wire, pattern: pattern))
    demand(whole.failure == split.failure, "a failure depends on how the bytes were cut")
    if whole.failure == nil {
      demand(whole == split, "what is said depends on how the bytes were cut")
    }
    demand((whole.beyond?.count ?? 0) <= wire.count, "more came out than was put in")
  }

  private static func converse(
    _ host: String, _ credentials: Proxy.Credentials?, _ pieces: [[UInt8]]
  ) -> Outcome {
    var client = SOCKS5Client(host: host, port: 443, credentials: credentials)
    var outcome = Outcome(said: client.greeting)
    do throws(ProxyFailure) {
      for piece in pieces {
        let step = try client.receive(piece)
        outcome.said += step.answer
        if let beyond = step.beyond { outcome.beyond = (outcome.beyond ?? []) + beyond }
      }
    } catch {
      outcome.failure = error
    }
    // An empty first part beyond is told or not, as the bytes came.
    if outcome.beyond?.isEmpty == true { outcome.beyond = nil }
    return outcome
  }
}
