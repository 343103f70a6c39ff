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
