package import Fetch
import Foundation
package import Model

/// A chat model behind the OpenAI API or one of its many likenesses (Ollama, llama.cpp, vLLM,
/// LocalAI).
package struct OpenAIChat: TextModel {
  package struct Configuration: Sendable {
    package var baseURL: BaseURL
    /// Nil for servers that ask for none.
    package var key: Secret<String>?
    package var model: String
    package var limits: FetchLimits
    package var retry: RetryPolicy

    package init(
      baseURL: BaseURL, key: Secret<String>?, model: String,
      limits: FetchLimits = FetchLimits(maximumBodyBytes: 4 << 20),
      retry: RetryPolicy = RetryPolicy()
    ) {
      self.baseURL = baseURL
      self.key = key
      self.model = model
      self.limits = limits
      self.retry = retry
    }
  }

  package let configuration: Configuration
  let client: ProviderClient
  private var fetcher: Fetcher { client.fetcher }

  /// - Parameters:
  ///   - clock: on which retries wait.
  ///   - random: 0 to 1; spreads retries, so that many clients do not come back at once.
  package init(
    _ configuration: Configuration, fetcher: Fetcher, clock: WallClock,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.configuration = configuration
    client = ProviderClient(
      service: ProviderService(
        baseURL: configuration.baseURL, key: configuration.key,
        names: .init(key: "OPENAI_API_KEY", address: "OPENAI_BASE_URL", model: "OPENAI_MODEL")),
      retry: configuration.retry, fetcher: fetcher, clock: clock, random: random)
  }

  package var name: String {
    "\(configuration.baseURL.providerName)/\(configuration.model)"
  }

  package func complete(_ request: TextRequest) async throws -> TextCompletion {
    let httpRequest = try completionRequest(request, streams: false)
    return try await withRetries {
      let answer = try await fetcher.fetch(httpRequest)
      guard answer.isSuccess else { throw AttemptFailure(answer) }
      return try completion(from: answer.body, asked: request.model)
    }
  }

  /// Each element is what came since the last one. Nothing is repeated once text has come: a stream
  /// that breaks off then throws.
  package func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
    let session = ChatStreamSession(self, request)
    return AsyncThrowingStream { try await session.next() }
  }

  /// The models that the server lists: the probe of whether it is there and accepts the key.
  ///
  /// - Throws: ``TextModelError``, or `CancellationError`.
  package func models() async throws -> [String] {
    try await withRetries {
      let answer = try await fetcher.fetch(httpRequest(.get, "models"))
      guard answer.isSuccess else { throw AttemptFailure(answer) }
      do {
        return try JSONDecoder().decode(ModelList.self, from: Data(answer.body)).data.map(\.id)
      } catch {
        throw malformed("its list of models is not in OpenAI's form")
      }
    }
  }

  // MARK: One exchange

  /// The answer to a request for a stream, of a good status, its body yet to come.
  func openStream(_ request: TextRequest) async throws -> FetchStream {
    let httpRequest = try completionRequest(request, streams: true)
    return try await withRetries {
      let answer = try await fetcher.stream(httpRequest)
      guard !(200...299).contains(answer.status) else { return answer }
      throw AttemptFailure(
        FetchResponse(
          status: answer.status, headers: answer.headers, body: try await answer.body.collect()))
    }
  }

  private func completionRequest(
    _ request: TextRequest, streams: Bool
  ) throws -> FetchRequest {
    let body = try ChatRequestBody(request, configuration, streams: streams).encoded()
    return httpRequest(
      .post, "chat/completions", accept: streams ? "text/event-stream" : "application/json",
      body: body)
  }

  private func httpRequest(
    _ method: FetchRequest.Method, _ path: String, accept: String = "application/json",
    body: [UInt8]? = nil
  ) -> FetchRequest {
    var headers: HeaderFields = ["Accept": accept]
    if body != nil { headers.add("Content-Type", "application/json") }
    if let key = configuration.key { headers.add("Authorization", "Bearer \(key.reveal())") }
    return FetchRequest(
      method, url: "\(configuration.baseURL.text)/\(path)", headers: headers, body: body,
      limits: configuration.limits)
  }

  private func withRetries<Value: Sendable>(
    _ attempt: () async throws -> Value
  ) async throws -> Value {
    try await client.withRetries(attempt)
  }

  private struct ModelList: Decodable {
    struct Entry: Decodable { var id: String }

    var data: [Entry]
  }
}
