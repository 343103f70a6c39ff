import Model
import Testing

@testable import Telegram

@Suite("Reconnect policy")
struct ReconnectPolicyTests {
  private let addresses = [443, 80, 5222].map { ServerAddress(dc: 2, host: "127.0.0.1", port: $0) }
  private var random = SeededGenerator(seed: 7)

  private func policy() -> ReconnectPolicy {
    ReconnectPolicy(first: addresses[0], others: addresses)
  }

  @Test("Refusals go round the addresses with pauses of 1, 2, 4 ... 30 s [mtproto 22]")
  mutating func refusals() {
    var policy = policy()
    #expect(policy.first == .init(address: addresses[0], pause: .zero))
    var ports: [Int] = []
    for longest in [1, 2, 4, 8, 16, 30, 30, 30] {
      let attempt = policy.next(after: .refused, using: &random)
      ports.append(attempt.address.port)
      #expect(attempt.pause <= .seconds(longest))
      #expect(attempt.pause >= .seconds(longest) * 0.8)
    }
    #expect(ports == [80, 5222, 443, 80, 5222, 443, 80, 5222])
  }

  @Test("A proven connection that is lost comes back at once, to the same address [B60]")
  mutating func lost() {
    var policy = policy()
    let first = policy.next(after: .lost, using: &random)
    #expect(first == .init(address: addresses[0], pause: .zero))
    let second = policy.next(after: .lost, using: &random)
    #expect(second.pause > .zero && second.pause <= .seconds(1))
    policy.succeeded()
    #expect(policy.next(after: .lost, using: &random).pause == .zero)
  }

  @Test("-429 stays and slows down, -444 takes the next address at once [mtproto 22]")
  mutating func refusalCodes() {
    var policy = policy()
    let slower = policy.next(after: .overloaded, using: &random)
    #expect(slower.address == addresses[0] && slower.pause >= .milliseconds(800))
    let next = policy.next(after: .wrongDataCenter, using: &random)
    #expect(next == .init(address: addresses[1], pause: .zero))
    _ = policy.next(after: .wrongDataCenter, using: &random)
    let all = policy.next(after: .wrongDataCenter, using: &random)
    #expect(all.address == addresses[0] && all.pause > .zero, "no storm once all have refused")
  }
}
