import Engine
import MessengerContract
import Model
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct MessengerTests {
  private let clock = ManualClock(World.start)
  private let drawn = Counter()

  @Test("The dry run keeps what every messenger must", arguments: MessengerContract.Check.allCases)
  func dryRun(check: MessengerContract.Check) async throws {
    let past = (Int32(1)...9).reversed().map { id in
      Message(
        account: World.account, chat: World.ada, id: id, sender: World.ada, date: World.start,
        text: "\(id)")
    }
    let messenger = DryRunMessenger(clock: clock.clock) { _, limit, before in
      Array(past.filter { $0.id < before ?? .max }.prefix(limit))
    }
    try await contract(messenger) {
      messenger.acts.compactMap { act in
        switch act {
        case .sent(let message, _): message.text
        case .forwarded(let message, _): "\(message.id)"
        default: nil
        }
      }
    }.run(check)
  }

  @Test("So does the tests' own Telegram", arguments: MessengerContract.Check.allCases)
  func fake(check: MessengerContract.Check) async throws {
    let telegram = FakeTelegram(clock: clock.clock)
    try await contract(telegram) { telegram.delivered.map(\.text) }.run(check)
  }

  @Test("The contract sees a messenger that sends twice")
  func violation() async throws {
    let telegram = FakeTelegram(clock: clock.clock)
    let doubled = contract(telegram) { (telegram.delivered + telegram.delivered).map(\.text) }
    await #expect(throws: ContractViolation.self) { try await doubled.run(.sameRandomID) }
  }

  private func contract(
    _ messenger: any Messenger, arrived: @escaping @Sendable () async throws -> [String]
  ) -> MessengerContract {
    MessengerContract(
      messenger: messenger, chat: World.ada, incoming: 1,
      attachment: Attachment(path: "/nowhere/a.ogg", kind: .voice), randomID: drawn.next,
      arrived: arrived)
  }
}

private final class Counter: Sendable {
  private let value = Mutex<Int64>(0)

  @Sendable func next() -> Int64 {
    value.withLock { value in
      value += 1
      return value
    }
  }
}
