import Foundation

/// HTTP over libcurl: any number of requests at once, driven by one thread of its own.
///
/// - Redirects are not followed: an answer 3xx is handed out as it is.
/// - Certificates and host names are always verified, TLS 1.2 at least; only http and https exist.
/// - Bodies are not decompressed, so that the size limits bound what is held in memory.
/// - No cookies, no credentials but the headers of the request, no `.netrc`.
/// - A request that meets a kept connection which the server has closed meanwhile is sent once more on a
///   new one, by libcurl itself; no other request is repeated.
/// - Cancelling the calling task ends the transfer.
///
/// The thread ends with ``shutdown()``, or when neither the fetcher nor any body of its is held.
package final class Fetcher: Sendable {
  private let loop: TransferLoop

  /// - Throws: ``FetchError`` with ``FetchError/Code/internal`` if libcurl cannot be initialised.
  package init(_ configuration: FetchConfiguration = FetchConfiguration()) throws(FetchError) {
    let loop = try TransferLoop(configuration)
    self.loop = loop
    let thread = Thread { loop.run() }
    thread.name = "fetch"
    thread.start()
  }

  deinit { loop.stop() }

  /// The whole answer, whatever its status.
  ///
  /// - Throws: ``FetchError``, or `CancellationError` when the task is cancelled.
  package func fetch(_ request: FetchRequest) async throws -> FetchResponse {
    let answer = try await stream(request)
    return try await FetchResponse(
      status: answer.status, headers: answer.headers, body: answer.body.collect())
  }

  /// Returns when the head of the answer has come; the body follows by itself.
  ///
  /// - Throws: ``FetchError``, or `CancellationError` when the task is cancelled.
  package func stream(_ request: FetchRequest) async throws -> FetchStream {
    try Task.checkCancellation()
    try request.headers.validate()
    let target = try FetchTarget(url: request.url)
    let channel = ResponseChannel()
    let id = loop.start(request, to: target, into: channel)
    let transfer = TransferHandle(id: id, loop: loop, fetcher: self, channel: channel)
    let head = try await transfer.head()
    return FetchStream(
      status: head.status, headers: head.headers, body: FetchBody(transfer: transfer))
  }

  /// Ends all transfers with ``FetchError/Code/closed`` and returns once the thread has ended and
  /// every connection is closed. Later requests fail likewise.
  package func shutdown() async { await loop.stopAndWait() }
}
