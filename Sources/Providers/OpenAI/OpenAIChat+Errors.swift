import Fetch
import Model

/// An answer that is an error: of the HTTP status, or an error object under a good status.
struct AttemptFailure: Error {
  var status: Int
  var headers: HeaderFields
  var detail: ProviderFailure

  init(_ answer: FetchResponse) {
    status = answer.status
    headers = answer.headers
    detail = ProviderFailure(body: answer.body) ?? ProviderFailure()
  }

  /// An error object in the place of an answer; some gateways put the status into its code.
  init(_ detail: ProviderFailure) {
    let code = detail.code.flatMap { Int($0) } ?? 0
    status = (400...599).contains(code) ? code : 500
    headers = [:]
    self.detail = detail
  }
}

extension OpenAIChat {
  private var host: String { configuration.baseURL.authority }

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
        configuration.key == nil ? "needs OPENAI_API_KEY" : "does not accept OPENAI_API_KEY"
      return TextModelError(code: .unauthorized, message: "\(host) \(what).")
    case 429:
      return TextModelError(
        code: .rateLimited, message: "\(host) takes no more requests for now.\(said)")
    case 408, 409, 500...599:
      return TextModelError(
        code: .unreachable, message: "\(host) is in trouble (status \(failure.status)).\(said)")
    case 404:
      return refused(
        "the model or the address is unknown there; check OPENAI_MODEL and OPENAI_BASE_URL.\(said)")
    case 300...399:
      return refused("the address leads elsewhere; set OPENAI_BASE_URL to the final one")
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
      code: .malformed, message: "\(host) answers, but \(what): is OPENAI_BASE_URL right?")
  }

  func refused(_ why: String) -> TextModelError {
    TextModelError(code: .refused, message: "\(host) refuses the request: \(why)")
  }

  /// Another's words made fit for one line of ours: short, without control characters, and without
  /// the key should they repeat it.
  func shown(_ text: String) -> String {
    var text = text
    if let key = configuration.key?.reveal(), !key.isEmpty {
      text = text.replacing(key, with: "‹secret›")
    }
    let line = text.prefix(300).map { $0.isNewline || $0.isControl ? " " : $0 }
    return String(line) + (text.count > 300 ? "…" : "")
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
