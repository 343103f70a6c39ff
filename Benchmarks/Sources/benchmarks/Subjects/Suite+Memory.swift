import Foundation
import Telegram

extension Suite {
  /// What accounts that nobody writes to keep resident. The server is another process.
  static let memory = Suite(
    name: "memory", contests: { [] },
    figures: {
      try await idleProgram() + [try await manyAccounts()]
    })

  private static let bound = 25 << 20
  private static let accounts = 200

  /// `understudy run` as it is, with the shipped rules and one account, in a life of some minutes: pings,
  /// glances at the rule folder, and one message. The program gives back what it does not need 10 s
  /// after it is ready, and every 60 s from then on. No figure is taken right behind that: the second stands
  /// 55 s after it gave back, the last one 35 s; the message comes right behind it, so that the third shows
  /// what a message costs until the next time.
  private static func idleProgram() async throws -> [Measurement] {
    let stage = try Stage()
    let owner = try Household("owner", Invented.ownerPhone, at: stage)
    let friend = try Household("friend", Invented.contactPhone, at: stage)
    let twin = try owner.child("run", "--events")
    while !(try twin.nextLine()).contains("\"ready\"") {}

    var figures: [Measurement] = []
    func note(_ name: String, after pause: Duration) async throws {
      try await Task.sleep(for: pause)
      figures.append(.memory(name, try twin.residentMemory(), bound: bound))
    }
    try await note("`understudy run`, one account: 5 s after its start", after: .seconds(5))
    try await note("after 3 minutes without a message", after: .seconds(180))
    try await Task.sleep(for: .seconds(10))
    _ = try friend.child("send", Invented.ownerPhone, "are you there?").rest()
    while !(try twin.nextLine()).contains("\"decision\"") {}
    try await note("10 s after a message was decided", after: .seconds(10))
    try await note("90 s after it", after: .seconds(80))
    // The server has to live until here.
    return withExtendedLifetime(stage) { figures }
  }

  /// As many in one process, with the parts that `run` is made of. Nothing is given back here.
  private static func manyAccounts() async throws -> Measurement {
    let stage = try Stage(people: accounts)
    let process = try Child(
      Place.program("benchmarks"),
      [
        "accounts", "--server", "\(stage.address.port)", "--key", stage.keyFile.path, "--home",
        stage.scratch.folder.path, "--rules", Place.repository.appending(path: "rules").path,
        "--count", "\(accounts)",
      ])
    for number in 0..<accounts {
      let session = try await stage.login(Invented.phone(of: number))
      try process.tell(try SessionString.format(session).reveal())
    }
    _ = try process.nextLine(after: "ready")
    try await Task.sleep(for: .seconds(25))
    return try withExtendedLifetime(stage) {
      .memory(
        "\(accounts) accounts idle in one process", try process.residentMemory(),
        bound: 400 << 20)
    }
  }
}
