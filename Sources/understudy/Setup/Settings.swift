import Foundation
import Model

/// What environment and `.env` files say. A real variable wins over the working directory's `.env`,
/// and that over the home's.
struct Settings {
  /// All values, for those who read their own (providers).
  let values: [String: String]

  static func load(home: Home, environment: [String: String]) throws -> Settings {
    let working = FileManager.default.currentDirectoryPath + "/.env"
    let files = try [home.environmentFile, working].map { try DotEnv.load($0).values }
    let values = (files + [environment]).reduce(into: [:]) { merged, next in
      merged.merge(next.filter { !$0.value.isEmpty }) { _, newer in newer }
    }
    return Settings(values: values)
  }

  var phoneNumber: String? { values["TELEGRAM_PHONE_NUMBER"] }
  var sessionString: Secret<String>? { values["TELEGRAM_SESSION_STRING"].map(Secret.init) }

  /// What rules name with `secret "NAME"`.
  func ruleSecret(_ name: String) -> Secret<String>? {
    values["UNDERSTUDY_SECRET_\(name)"].map(Secret.init)
  }

  /// The application's credentials, as my.telegram.org gives them (core.telegram.org/api/obtaining_api_id).
  struct Application {
    let id: Int32
    let hash: Secret<String>
  }

  /// - Throws: a ``CommandError`` that names the variable, never its value.
  func application() throws -> Application {
    let remedy = "Get both at my.telegram.org and put them into the home's .env file."
    guard let idText = values["TELEGRAM_API_ID"] else {
      throw CommandError(.usage, "TELEGRAM_API_ID is not set.", remedy: remedy)
    }
    guard let id = Int32(idText), id > 0 else {
      throw CommandError(.usage, "TELEGRAM_API_ID must be a positive number.", remedy: remedy)
    }
    guard let hash = values["TELEGRAM_API_HASH"] else {
      throw CommandError(.usage, "TELEGRAM_API_HASH is not set.", remedy: remedy)
    }
    guard hash.count == 32, hash.allSatisfy(\.isHexDigit) else {
      throw CommandError(
        .usage, "TELEGRAM_API_HASH must be 32 hexadecimal digits.", remedy: remedy)
    }
    return Application(id: id, hash: Secret(hash))
  }
}
