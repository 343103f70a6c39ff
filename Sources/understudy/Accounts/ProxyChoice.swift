import Model
import Store
import Telegram

/// Which way a command goes to Telegram: as `--proxy` says, else as TELEGRAM_PROXY does, else as the
/// account was logged in.
enum ProxyChoice {
  case unsaid
  case direct
  case through(Proxy)

  /// What stands for no proxy, where the account has one.
  private static let none = "none"
  private static let setting = "proxy"

  /// - Parameter option: the value of `--proxy`.
  init(option: String?, _ settings: Settings) throws {
    let (text, place) =
      option.map { ($0, "--proxy") } ?? (settings.values["TELEGRAM_PROXY"], "TELEGRAM_PROXY")
    guard let text else {
      self = .unsaid
      return
    }
    guard text.lowercased() != Self.none else {
      self = .direct
      return
    }
    do {
      self = .through(try Proxy(link: Secret(text)))
    } catch {
      throw CommandError(.usage, "\(place): \(error.message)")
    }
  }

  /// The proxy to use for an account; nil: none.
  func proxy(of account: AccountID, in store: Store) async throws -> Proxy? {
    switch self {
    case .through(let proxy): return proxy
    case .direct: return nil
    case .unsaid:
      guard let link = try await store.sealedSetting(Self.setting, account: account) else {
        return nil
      }
      return try Proxy(link: link)
    }
  }

  /// What was said here and now; nil: nothing, or none.
  var said: Proxy? {
    if case .through(let proxy) = self { proxy } else { nil }
  }

  /// Keeps the proxy for what the account does later, sealed; nil forgets the one it had.
  static func keep(_ proxy: Proxy?, for account: AccountID, in store: Store) async throws {
    try await store.setSealed(setting, to: proxy?.link, account: account)
  }
}
