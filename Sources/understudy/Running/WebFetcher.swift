import Fetch
import Model

/// Carries what rules ask of the web over libcurl.
struct WebFetcher: WebClient {
  let fetcher: Fetcher

  func exchange(_ request: WebRequest) async throws -> WebResponse {
    var limits = FetchLimits()
    limits.totalTimeout = request.timeout
    limits.connectTimeout = min(limits.connectTimeout, request.timeout)
    limits.maximumBodyBytes = request.largest
    var headers = HeaderFields()
    for header in request.headers { headers.add(header.name, header.value.reveal()) }
    let response = try await fetcher.fetch(
      FetchRequest(
        request.method == "POST" ? .post : .get, url: request.url, headers: headers,
        body: request.body, limits: limits))
    return WebResponse(
      status: response.status,
      headers: Dictionary(response.headers.fields.map { ($0.name.lowercased(), $0.value) }) { $1 },
      body: response.body)
  }
}
