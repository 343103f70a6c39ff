/// What has come of one answer and who waits for it: the state between the transfer thread, which
/// fills it, and the reader, who empties it. Methods return what is to be resumed.
struct ResponseBuffer {
  typealias HeadReader = CheckedContinuation<ResponseHead, any Error>
  typealias BodyReader = CheckedContinuation<[UInt8]?, any Error>

  /// The transfer halts while this many bytes wait to be read.
  static let highWater = 256 << 10

  private enum End {
    case complete
    case failed(any Error)
  }

  private var head: ResponseHead?
  private var bytes: [UInt8] = []
  private var end: End?
  private var isHalted = false
  private var headReader: HeadReader?
  private var bodyReaders: [BodyReader] = []

  struct Wake {
    var head: HeadReader?
    var body: [BodyReader] = []
  }

  // MARK: The transfer's side

  mutating func receive(head: ResponseHead) -> HeadReader? {
    guard self.head == nil, end == nil else { return nil }
    self.head = head
    defer { headReader = nil }
    return headReader
  }

  enum Acceptance {
    case accepted
    /// To be handed over as soon as the lock is released.
    case deliver(BodyReader, [UInt8])
    case halt
    /// Nobody wants the rest.
    case abandoned
  }

  mutating func receive(_ chunk: UnsafeRawBufferPointer) -> Acceptance {
    guard end == nil else { return .abandoned }
    if bytes.count >= Self.highWater {
      isHalted = true
      return .halt
    }
    guard bodyReaders.isEmpty else { return .deliver(bodyReaders.removeFirst(), [UInt8](chunk)) }
    bytes += chunk
    return .accepted
  }

  /// Nil for a complete answer. The first end counts.
  mutating func finish(_ error: (any Error)?) -> Wake {
    guard end == nil else { return Wake() }
    end = error.map(End.failed) ?? .complete
    defer {
      headReader = nil
      bodyReaders = []
    }
    return Wake(head: headReader, body: bodyReaders)
  }

  // MARK: The reader's side

  enum HeadAnswer {
    case ready(Result<ResponseHead, any Error>)
    case wait
  }

  mutating func read(head reader: HeadReader) -> HeadAnswer {
    if let head { return .ready(.success(head)) }
    if case .failed(let error) = end { return .ready(.failure(error)) }
    headReader = reader
    return .wait
  }

  enum BodyAnswer {
    case ready(Result<[UInt8]?, any Error>, resumesTransfer: Bool)
    case wait
  }

  mutating func read(body reader: BodyReader) -> BodyAnswer {
    if !bytes.isEmpty {
      // What came before a failure is still handed out; the failure follows.
      defer {
        bytes = []
        isHalted = false
      }
      return .ready(.success(bytes), resumesTransfer: isHalted)
    }
    switch end {
    case .complete: return .ready(.success(nil), resumesTransfer: false)
    case .failed(let error): return .ready(.failure(error), resumesTransfer: false)
    case nil:
      bodyReaders.append(reader)
      return .wait
    }
  }
}
