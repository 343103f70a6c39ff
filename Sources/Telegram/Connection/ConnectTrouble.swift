internal import Foundation
internal import NIOCore
internal import NIOPosix

/// What the operating system says about a connection that did not come about, in plain words.
enum ConnectTrouble {
  /// Half a sentence, without any address.
  static func reason(_ error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      // The last address that was tried speaks for all; without any, the name led nowhere.
      guard let last = error.connectionErrors.last else { return "its name is not known" }
      return reason(last.error)
    case let error as IOError: return reason(code: error.errnoCode)
    case ChannelError.connectTimeout: return "it does not answer (timeout)"
    default: return "the connection failed"
    }
  }

  private static func reason(code: CInt) -> String {
    switch code {
    case ECONNREFUSED: "nothing listens there (connection refused)"
    case ETIMEDOUT: "it does not answer (timeout)"
    case ENETUNREACH, EHOSTUNREACH: "there is no way to it (network unreachable)"
    default: "the connection failed (\(String(cString: strerror(code))))"
    }
  }
}
