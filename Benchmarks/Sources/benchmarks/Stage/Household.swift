import Foundation

/// The program with a home of its own, as somebody who lives at a stage's server.
struct Household {
  private let environment: [String: String]

  /// - Parameter phone: who logs in.
  init(_ name: String, _ phone: String, at stage: Stage) throws {
    environment = [
      "UNDERSTUDY_HOME": stage.scratch[name].path,
      "TELEGRAM_SERVER": "127.0.0.1:\(stage.address.port)",
      "TELEGRAM_SERVER_KEY": stage.keyFile.path,
    ]
    _ = try child("init").rest()
    let login = try child("login")
    try login.tell(phone)
    try login.tell(stage.code())
    _ = try login.rest()
  }

  /// A command of the program; what it says to people is dropped.
  func child(_ arguments: String...) throws -> Child {
    try Child(
      Place.program("understudy"), arguments, environment: environment, errors: .nullDevice)
  }
}
