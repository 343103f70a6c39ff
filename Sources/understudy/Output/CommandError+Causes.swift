import Foundation
import Model
import RawAPI
import Rules
import Sandbox
import Store
import Telegram

extension CommandError {
  /// What the errors of the parts below mean to the person at the terminal; nil for those of the
  /// command line itself.
  init?(explaining error: any Error) {
    switch error {
    case let error as CommandError: self = error
    case let error as LoginError: self.init(error)
    case let error as TelegramError: self.init(error)
    case let error as MessengerError: self.init(error)
    case let error as FileError: self.init(error)
    case let error as RawError: self.init(.usage, error.message)
    case let error as StoreError:
      self.init(error.code == .busy ? .inUse : .usage, error.message)
    case let error as RuleLoadError:
      self.init(.problems, error.description)
    case let error as SandboxError:
      self.init(.usage, error.message, remedy: error.cause.map { "(\($0))" })
    case let error as CocoaError:
      self.init(.usage, error.localizedDescription)
    case is CancellationError:
      self.init(.usage, "Interrupted.")
    default: return nil
    }
  }

  private init(_ error: LoginError) {
    let status: CommandStatus =
      switch error.code {
      case .wrongCode, .codeExpired: .wrongCode
      case .wrongPassword: .wrongPassword
      case .noNetwork: .noNetwork
      case .keyRefused: .keyRefused
      case .floodWait: .tooManyAttempts
      case .wrongPhone, .signUpRequired, .wrongApplication, .wrongToken, .other: .refused
      }
    self.init(status, error.description)
  }

  private init(_ error: TelegramError) {
    switch error.code {
    case .unreachable, .connectionLost: self.init(.noNetwork, error.message)
    case .keyRefused: self.init(.keyRefused, error.message)
    case .floodWait: self.init(.tooManyAttempts, error.message)
    case .alreadyInUse: self.init(.inUse, error.message)
    case .invalidInput: self.init(.usage, error.message)
    case .unknownPeer: self.init(.problems, error.message)
    case .server(let server) where server.endsSession:
      self.init(
        .notLoggedIn, error.message, remedy: "Log in again with 'understudy login'.")
    case .server, .badAnswer, .closed: self.init(.refused, error.message)
    }
  }

  private init(_ error: FileError) {
    let status: CommandStatus =
      switch error.code {
      case .busy: .inUse
      case .missing, .denied, .diskFull, .exists, .tooLarge, .empty, .changed, .wrongKind, .other:
        .usage
      }
    self.init(status, error.message)
  }

  private init(_ error: MessengerError) {
    let status: CommandStatus =
      switch error.code {
      case .unreachable: .noNetwork
      case .rateLimited: .tooManyAttempts
      case .needsLogin: .notLoggedIn
      case .unknownPeer: .problems
      case .refused, .frozen, .paid, .uploadLost, .voiceForbidden: .refused
      }
    self.init(status, error.description)
  }
}
