import Foundation
import Synchronization
import Testing

@testable import Fetch

@Suite(.timeLimit(.minutes(5)))
struct FailureTests {
  @Test("A closed port is a refused connection, named by host and port")
  func refused() async throws {
    let port = try await RawServer.with { _ in
    } _: {
      $0.port
    }
    let error = await failure(FetchRequest(url: "http://127.0.0.1:\(port)/secret?token=t0k"))
    #expect(error?.code == .connectionFailed)
    #expect(error?.message.contains("127.0.0.1:\(port)") == true)
    #expect(error?.message.contains("t0k") == false)
  }

  @Test("A name that does not exist is named")
  func unknownHost() async throws {
    let error = await failure(FetchRequest(url: "http://no-such-host.invalid/"), proxy: .direct)
    #expect(error?.code == .hostNotFound)
    #expect(error?.message.contains("no-such-host.invalid") == true)
  }

  @Test(
    "URLs that are not plain http or https are refused before anything is sent",
    arguments: [
      "", "relative", "file:///etc/passwd", "ftp://example.org/", "http://", "http://us er/",
      "https://user:hunter2@example.org/", "http://example.org/\u{0}",
      "http://example.org/" + String(repeating: "a", count: 9000),
    ])
  func badURL(url: String) async {
    let error = await failure(FetchRequest(url: url))
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains("hunter2") == false)
  }

  @Test(
    "Headers that would break out of their line are refused, without showing the value",
    arguments: [
      ("X-Key", "k3y\r\nHost: evil"), ("X Key", "k3y"), ("", "k3y"), ("X-Key", "k3y\u{0}"),
    ])
  func badHeader(name: String, value: String) async {
    let error = await failure(
      FetchRequest(
        url: "http://127.0.0.1:1/", headers: HeaderFields([.init(name: name, value: value)])))
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains("k3y") == false)
  }

  @Test("An answer longer than the limit is cut off with an error")
  func tooLong() async throws {
    var request = FetchRequest(url: "")
    request.limits.maximumBodyBytes = 1000
    let error = try await failure(request) { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n")
      try await peer.send([UInt8](repeating: 65, count: 1001))
      try await peer.waitForEnd()
    }
    #expect(error?.code == .tooLarge)
    #expect(error?.message.contains("1000 bytes") == true)
  }

  @Test("An endless header is cut off with an error")
  func endlessHeader() async throws {
    let error = try await failure(FetchRequest(url: "")) { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 200 OK\r\n")
      while true { try await peer.send("X-Filler: \(String(repeating: "x", count: 1000))\r\n") }
    }
    #expect(error?.code == .tooLarge)
  }

  @Test(
    "An answer that breaks off is an error, not a short answer",
    arguments: [
      "", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    ])
  func brokenOff(answer: String) async throws {
    let error = try await failure(FetchRequest(url: "")) { peer in
      _ = try await peer.request()
      if !answer.isEmpty { try await peer.send(answer) }
    }
    #expect(error?.code == .interrupted)
  }

  @Test("What is not HTTP is an error")
  func notHTTP() async throws {
    let error = try await failure(FetchRequest(url: "")) { peer in
      _ = try await peer.request()
      try await peer.send("SSH-2.0-OpenSSH_9.2\r\n")
    }
    #expect(error?.code == .malformed)
  }

  @Test("A server that never answers meets the total limit, one that falls silent the idle limit")
  func timeLimits() async throws {
    var request = FetchRequest(url: "")
    request.limits.totalTimeout = .milliseconds(40)
    let late = try await failure(request) { peer in try await peer.waitForEnd() }
    #expect(late?.code == .timedOut)

    request.limits.totalTimeout = .seconds(60)
    request.limits.idleTimeout = .milliseconds(40)
    let silent = try await failure(request) { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
      try await peer.waitForEnd()
    }
    #expect(silent?.code == .idle)
  }

  @Test("No text form of a request, a field or an error shows a header value or a query")
  func nothingShown() throws {
    let request = FetchRequest(
      .post, url: "https://example.org:8443/p4th?q=qu3ry",
      headers: ["Authorization": "Bearer s3cret"],
      body: Array("b0dy".utf8))
    var dumped = ""
    dump(request, to: &dumped)
    dump(request.headers, to: &dumped)
    let texts = [
      dumped, "\(request)", String(reflecting: request), "\(request.headers)",
      String(reflecting: request.headers), "\(request.headers.fields)",
      String(reflecting: request.headers.fields),
    ]
    for text in texts {
      for hidden in ["s3cret", "qu3ry", "p4th", "b0dy"] {
        #expect(!text.contains(hidden), "\(text)")
      }
    }
    #expect("\(request)" == "POST example.org:8443")
  }

  private func failure(
    _ request: FetchRequest, proxy: FetchConfiguration.Proxy = .environment
  ) async -> FetchError? {
    await #expect(throws: FetchError.self) {
      try await Fetcher(FetchConfiguration(proxy: proxy)).fetch(request)
    }
  }

  private func failure(
    _ request: FetchRequest, answer: @escaping @Sendable (inout RawServer.Peer) async throws -> Void
  ) async throws -> FetchError? {
    try await RawServer.with(answer) { server in
      var request = request
      request.url = server.url
      return await failure(request)
    }
  }
}
