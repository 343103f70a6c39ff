import Fetch
import Model

/// A provider as settings name it: where it is, the key that it takes, and the variables that say so.
struct ProviderService: Sendable {
  struct Names: Sendable, Hashable {
    var key: String
    var address: String
    /// Of what is chosen there, and what that is.
    var model: String
    var what = "the model"
  }

  var baseURL: BaseURL
  var key: Secret<String>?
  var names: Names
}

/// Asks a provider, repeats what may be repeated, and says what went wrong.
struct ProviderClient: Sendable {
  let service: ProviderService
  let retry: RetryPolicy
  let fetcher: Fetcher
  /// On which retries wait.
  let clock: WallClock
  /// 0 to 1; spreads retries.
  let random: @Sendable () -> Double

  /// The answer to a request, of a good status.
  ///
  /// - Throws: ``TextModelError`` or `CancellationError`.
  func fetch(_ request: FetchRequest) async throws -> FetchResponse {
    try await withRetries {
      let answer = try await fetcher.fetch(request)
      guard answer.isSuccess else { throw AttemptFailure(answer) }
      return answer
    }
  }

  /// - Throws: ``TextModelError`` or `CancellationError`, whatever `attempt` throws.
  func withRetries<Value: Sendable>(
    _ attempt: () async throws -> Value
  ) async throws -> Value {
    var count = 0
    while true {
      let (delay, error): (Duration?, TextModelError)
      do {
        return try await attempt()
      } catch let failure as FetchError {
        delay =
          failure.isPassing
          ? retry.delay(afterAttempt: count, random: random()) : nil
        error = explain(failure)
      } catch let failure as AttemptFailure {
        delay =
          failure.detail.isQuota
          ? nil
          : retry.delay(
            afterAttempt: count, status: failure.status, headers: failure.headers, now: clock.now,
            random: random())
        error = explain(failure)
      }
      guard let delay else { throw error }
      try await clock.sleep(until: clock.now.advanced(by: delay))
      count += 1
    }
  }
}

extension FetchResponse {
  var isSuccess: Bool { (200...299).contains(status) }
}

extension FetchError {
  /// Another attempt may meet a better moment. A timeout is not repeated: the request was long
  /// enough on its way, and the provider may be counting it.
  fileprivate var isPassing: Bool { code == .connectionFailed || code == .interrupted }
}

extension BaseURL {
  /// How reports name who is there.
  var providerName: String { authority == "api.openai.com" ? "openai" : authority }
}
