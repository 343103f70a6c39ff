import Synchronization

/// ``ResponseBuffer`` behind a lock: continuations are resumed after it is released.
final class ResponseChannel: Sendable {
  private let buffer = Mutex(ResponseBuffer())

  func receive(head: ResponseHead) {
    buffer.withLock { $0.receive(head: head) }?.resume(returning: head)
  }

  enum Acceptance { case accepted, halt, abandoned }

  func receive(_ chunk: UnsafeRawBufferPointer) -> Acceptance {
    switch buffer.withLock({ $0.receive(chunk) }) {
    case .accepted: return .accepted
    case .deliver(let reader, let bytes):
      reader.resume(returning: bytes)
      return .accepted
    case .halt: return .halt
    case .abandoned: return .abandoned
    }
  }

  func finish(_ error: (any Error)?) {
    let wake = buffer.withLock { $0.finish(error) }
    // Completion always comes after a head; a transfer that ends well without one is an error too.
    wake.head?.resume(
      throwing: error
        ?? FetchError(code: .malformed, message: "The answer ended before its head."))
    for reader in wake.body {
      if let error { reader.resume(throwing: error) } else { reader.resume(returning: nil) }
    }
  }

  func head() async throws -> ResponseHead {
    try await withCheckedThrowingContinuation { reader in
      switch buffer.withLock({ $0.read(head: reader) }) {
      case .ready(let result): reader.resume(with: result)
      case .wait: break
      }
    }
  }

  /// - Parameter resume: called if the transfer was halted for want of room, and there is room now.
  func next(resume: () -> Void) async throws -> [UInt8]? {
    var resumesTransfer = false
    let bytes = try await withCheckedThrowingContinuation { (reader: ResponseBuffer.BodyReader) in
      switch buffer.withLock({ $0.read(body: reader) }) {
      case .ready(let result, let resumes):
        resumesTransfer = resumes
        reader.resume(with: result)
      case .wait: break
      }
    }
    if resumesTransfer { resume() }
    return bytes
  }
}
