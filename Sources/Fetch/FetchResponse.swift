/// A whole answer.
package struct FetchResponse: Sendable {
  /// The HTTP status; answers of every status are answers, not errors.
  package var status: Int
  package var headers: HeaderFields
  package var body: [UInt8]

  package init(status: Int, headers: HeaderFields = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// An answer whose body comes piece by piece.
package struct FetchStream: Sendable {
  package let status: Int
  package let headers: HeaderFields
  package let body: FetchBody
}

/// The body of a streamed answer, read once, by one reader.
///
/// The transfer halts while more than 256 KiB wait to be read, and goes on when they are taken. It
/// ends when the last copy of this value goes, when the reading task is cancelled, or at its limits.
package struct FetchBody: AsyncSequence, Sendable {
  package typealias Element = [UInt8]

  let transfer: TransferHandle

  /// What has come since the last call, at least one byte; waits if there is none; nil at the end.
  ///
  /// - Throws: ``FetchError``, or `CancellationError`.
  package func next() async throws -> [UInt8]? { try await transfer.next() }

  package struct AsyncIterator: AsyncIteratorProtocol {
    let body: FetchBody

    package func next() async throws -> [UInt8]? { try await body.next() }
  }

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }

  /// The rest of the body; its size is bounded by the request's limits.
  package func collect() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try await next() { bytes += chunk }
    return bytes
  }
}

struct ResponseHead: Sendable {
  var status: Int
  var headers: HeaderFields
}
