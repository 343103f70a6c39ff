import Testing

@testable import Fetch

@Suite(.timeLimit(.minutes(5)))
struct StreamTests {
  @Test("A stream hands out each piece as it comes, before the answer is complete")
  func pieces() async throws {
    let first = Latch()
    try await RawServer.with { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n")
      await first.wait()
      try await peer.send("3\r\ntwo\r\n0\r\n\r\n")
    } _: { server in
      let answer = try await Fetcher().stream(FetchRequest(url: server.url))
      #expect(answer.status == 200)
      #expect(try await answer.body.next() == Array("one".utf8))
      first.open()
      #expect(try await answer.body.collect() == Array("two".utf8))
      #expect(try await answer.body.next() == nil)
    }
  }

  @Test("A body far beyond the buffer comes whole and in order, in pieces the buffer bounds")
  func backPressure() async throws {
    let size = 6 << 20
    try await RawServer.with { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
      for start in stride(from: 0, to: size, by: 1 << 16) {
        try await peer.send((start..<start + (1 << 16)).map { UInt8(truncatingIfNeeded: $0 / 251) })
      }
      try await peer.waitForEnd()
    } _: { server in
      let answer = try await Fetcher().stream(FetchRequest(url: server.url))
      var position = 0
      while let bytes = try await answer.body.next() {
        #expect(bytes.count <= ResponseBuffer.highWater + (1 << 16))
        let isRight = bytes.enumerated().allSatisfy {
          $0.element == UInt8(truncatingIfNeeded: (position + $0.offset) / 251)
        }
        #expect(isRight)
        position += bytes.count
      }
      #expect(position == size)
    }
  }

  @Test("A full buffer halts the transfer, and reading it sets it going again")
  func halting() async throws {
    let channel = ResponseChannel()
    let chunk = [UInt8](repeating: 1, count: 1 << 14)
    func offer() -> ResponseChannel.Acceptance { chunk.withUnsafeBytes { channel.receive($0) } }
    for _ in 0..<16 { #expect(offer() == .accepted) }
    #expect(offer() == .halt)
    var resumes = 0
    #expect(try await channel.next { resumes += 1 }?.count == ResponseBuffer.highWater)
    #expect(resumes == 1)
    #expect(offer() == .accepted)
    channel.finish(FetchError(code: .interrupted, message: "cut"))
    #expect(try await channel.next { resumes += 1 }?.count == chunk.count)
    await #expect(throws: FetchError.self) { try await channel.next {} }
    #expect(offer() == .abandoned)
    #expect(resumes == 1)
  }

  @Test("Cancelling the task ends the transfer: the server sees the connection close")
  func cancellation() async throws {
    let (arrived, closed) = (Latch(), Latch())
    try await RawServer.with { peer in
      _ = try await peer.request()
      arrived.open()
      try await peer.waitForEnd()
      closed.open()
    } _: { server in
      let fetcher = try Fetcher()
      let task = Task { try await fetcher.fetch(FetchRequest(url: server.url)) }
      await arrived.wait()
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      await closed.wait()
    }
  }

  @Test("Letting go of a stream ends its transfer")
  func lettingGo() async throws {
    let closed = Latch()
    try await RawServer.with { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome")
      try await peer.waitForEnd()
      closed.open()
    } _: { server in
      let fetcher = try Fetcher()
      func readSome() async throws -> [UInt8]? {
        try await fetcher.stream(FetchRequest(url: server.url)).body.next()
      }
      #expect(try await readSome() == Array("some".utf8))
      await closed.wait()
      await fetcher.shutdown()
    }
  }

  @Test("A shutdown ends what is under way, and what comes after it fails at once")
  func shutdown() async throws {
    let arrived = Latch()
    try await RawServer.with { peer in
      _ = try await peer.request()
      arrived.open()
      try await peer.waitForEnd()
    } _: { server in
      let fetcher = try Fetcher()
      let task = Task { try await fetcher.fetch(FetchRequest(url: server.url)) }
      await arrived.wait()
      await fetcher.shutdown()
      await fetcher.shutdown()
      let underWay = await #expect(throws: FetchError.self) { try await task.value }
      #expect(underWay?.code == .closed)
      let later = await #expect(throws: FetchError.self) {
        try await fetcher.fetch(FetchRequest(url: server.url))
      }
      #expect(later?.code == .closed)
    }
  }

  @Test("A cancelled task sends nothing")
  func cancelledBefore() async throws {
    let fetcher = try Fetcher()
    let go = Latch()
    let task = Task {
      await go.wait()
      return try await fetcher.fetch(FetchRequest(url: "http://127.0.0.1:1/"))
    }
    task.cancel()
    go.open()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
