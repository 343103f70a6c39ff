import Fetch
import Model

extension ProviderClient {
  private var host: String { service.baseURL.authority }

  func explain(_ failure: AttemptFailure) -> TextModelError {
    let said = failure.detail.message.map { " It says: \(shown($0))" } ?? ""
    if failure.detail.isQuota || failure.status == 402 {
      return TextModelError(
        code: .quotaExceeded,
        message: "The account at \(host) has no credit left, or its limit is reached.\(said)")
    }
    switch failure.status {
    case 401, 403:
      // What it says may repeat the key.
      let what =
        service.key == nil
        ? "needs \(service.names.key)" : "does not accept \(service.names.key)"
      return TextModelError(code: .unauthorized, message: "\(host) \(what).")
    case 429:
      return TextModelError(
        code: .rateLimited, message: "\(host) takes no more requests for now.\(said)")
    case 408, 409, 500...599:
      return TextModelError(
        code: .unreachable, message: "\(host) is in trouble (status \(failure.status)).\(said)")
    case 404:
      return refused(
        "\(service.names.what) or the address is unknown there; check \(service.names.model) and "
          + "\(service.names.address).\(said)")
    case 300...399:
      return refused("the address leads elsewhere; set \(service.names.address) to the final one")
    case 400...499:
      return refused("status \(failure.status).\(said)")
    default:
      return malformed("its status is \(failure.status)")
    }
  }

  func explain(_ failure: FetchError) -> TextModelError {
    switch failure.code {
    case .tooLarge, .malformed:
      TextModelError(code: .malformed, message: failure.message)
    case .invalidRequest:
      TextModelError(code: .refused, message: failure.message)
    case .hostNotFound, .connectionFailed, .tlsFailed, .timedOut, .idle, .interrupted, .closed,
      .internal:
      TextModelError(code: .unreachable, message: failure.message)
    }
  }

  func malformed(_ what: String) -> TextModelError {
    TextModelError(
      code: .malformed, message: "\(host) answers, but \(what): is \(service.names.address) right?")
  }

  func refused(_ why: String) -> TextModelError {
    TextModelError(code: .refused, message: "\(host) refuses the request: \(why)")
  }

  /// Another's words made fit for one line of ours: short, without control characters, and without
  /// the key should they repeat it.
  func shown(_ text: String) -> String {
    var text = text
    if let key = service.key { text = key.hidden(in: text, as: "‹secret›") }
    return String(text.shortened(to: 300).map { $0.isNewline || $0.isControl ? " " : $0 })
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
