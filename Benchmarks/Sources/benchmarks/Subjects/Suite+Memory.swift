import Foundation
import Telegram

extension Suite {
  /// What accounts that nobody writes to keep resident. The server is another process.
  static let memory = Suite(
    name: "memory", contests: { [] },
    figures: {
      [try await idleProgram(), try await manyAccounts()]
    })

  private static let accounts = 200
  /// The program gives back what only its start needed after 10 s.
  private static let settling = Duration.seconds(25)

  /// `understudy run` as it is, with the shipped rules and one account.
  private static func idleProgram() async throws -> Measurement {
    let stage = try Stage()
    let home = stage.scratch["home"].path
    let environment = [
      "UNDERSTUDY_HOME": home, "TELEGRAM_SERVER": "127.0.0.1:\(stage.address.port)",
      "TELEGRAM_SERVER_KEY": stage.keyFile.path,
    ]
    let program = Place.program("understudy")
    _ = try Child(program, ["init"], environment: environment).rest()
    let login = try Child(
      program, ["login"], environment: environment, errors: .nullDevice)
    try login.tell(Invented.ownerPhone)
    try login.tell(stage.code())
    _ = try login.rest()
    let twin = try Child(
      program, ["run", "--events"], environment: environment, errors: .nullDevice)
    while !(try twin.nextLine()).contains("\"ready\"") {}
    try await Task.sleep(for: settling)
    // The server has to live until here.
    return try withExtendedLifetime(stage) {
      .memory("one account idle, `understudy run`", try twin.residentMemory(), bound: 25 << 20)
    }
  }

  /// As many in one process, with the parts that `run` is made of.
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
    try await Task.sleep(for: settling)
    return try withExtendedLifetime(stage) {
      .memory(
        "\(accounts) accounts idle in one process", try process.residentMemory(),
        bound: 400 << 20)
    }
  }
}
