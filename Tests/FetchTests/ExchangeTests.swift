import Synchronization
import Testing

@testable import Fetch

@Suite(.timeLimit(.minutes(5)))
struct ExchangeTests {
  @Test("A GET arrives with its headers, and its answer comes back whole")
  func get() async throws {
    let seen = Mutex<[String]>([])
    let answer = try await RawServer.with { peer in
      guard let request = try await peer.request() else { return }
      seen.withLock { $0.append(request) }
      try await peer.send(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Thing: one \r\nx-thing: two\r\n\r\nhello")
    } _: { server in
      let fetcher = try Fetcher()
      let answer = try await fetcher.fetch(
        FetchRequest(
          url: server.url + "/path?q=1", headers: ["Authorization": "Bearer k", "X-E": ""])
      )
      await fetcher.shutdown()
      return answer
    }
    #expect(answer.status == 200)
    #expect(answer.body == Array("hello".utf8))
    #expect(answer.headers["X-THING"] == "one")
    #expect(answer.headers.fields.filter { $0.name.lowercased() == "x-thing" }.count == 2)
    let request = try #require(seen.withLock { $0.first })
    #expect(request.hasPrefix("GET /path?q=1 HTTP/1.1\r\n"))
    #expect(request.contains("Authorization: Bearer k\r\n"))
    #expect(request.contains("X-E:\r\n"))
    #expect(request.contains("User-Agent: understudy\r\n"))
  }

  @Test(
    "A body arrives as it is, with no header of libcurl's own invention",
    arguments: [FetchRequest.Method.post, .put, .patch, .delete], ["{\"a\": 1}", ""])
  func sends(method: FetchRequest.Method, text: String) async throws {
    let request = try await exchange(
      FetchRequest(
        method, url: "/", headers: ["Content-Type": "application/json"], body: Array(text.utf8)))
    #expect(request.hasPrefix("\(method.rawValue) / HTTP/1.1\r\n"))
    #expect(request.hasSuffix("\r\n\r\n\(text)"))
    #expect(request.contains("Content-Length: \(text.utf8.count)\r\n"))
    #expect(request.contains("Content-Type: application/json\r\n"))
    #expect(!request.contains("Expect:"))
  }

  @Test("HEAD is answered without a body though a length is given")
  func head() async throws {
    let answer = try await RawServer.with { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
      try await peer.waitForEnd()
    } _: { server in
      try await Fetcher().fetch(FetchRequest(.head, url: server.url))
    }
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
  }

  @Test("Interim answers are passed over, and a redirect is handed out, not followed")
  func interimAndRedirect() async throws {
    let count = Mutex(0)
    let answer = try await RawServer.with { peer in
      while try await peer.request() != nil {
        count.withLock { $0 += 1 }
        try await peer.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
        try await peer.send(
          "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
      }
    } _: { server in
      try await Fetcher().fetch(FetchRequest(url: server.url))
    }
    #expect(answer.status == 302)
    #expect(answer.headers["location"] == "http://127.0.0.1:1/")
    #expect(answer.headers["link"] == nil)
    #expect(count.withLock { $0 } == 1)
  }

  @Test("Forty requests at once are all answered, each with its own answer")
  func manyAtOnce() async throws {
    let answers = try await RawServer.with { peer in
      while let request = try await peer.request() {
        let path = request.split(separator: " ")[1]
        try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(path.utf8.count)\r\n\r\n\(path)")
      }
    } _: { server in
      let fetcher = try Fetcher()
      return try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
        for index in 0..<40 {
          group.addTask {
            (index, try await fetcher.fetch(FetchRequest(url: "\(server.url)/\(index)")).body)
          }
        }
        return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
      }
    }
    #expect(answers.count == 40)
    for (index, body) in answers { #expect(body == Array("/\(index)".utf8)) }
  }

  @Test("One fetcher keeps its connection for the next request")
  func connectionReuse() async throws {
    let connections = Mutex(0)
    try await RawServer.with { peer in
      connections.withLock { $0 += 1 }
      while try await peer.request() != nil {
        try await peer.send("HTTP/1.1 204 No Content\r\n\r\n")
      }
    } _: { server in
      let fetcher = try Fetcher()
      for _ in 0..<5 { _ = try await fetcher.fetch(FetchRequest(url: server.url)) }
      await fetcher.shutdown()
    }
    #expect(connections.withLock { $0 } == 1)
  }

  /// Sends the request to a server and returns what arrived there.
  private func exchange(_ request: FetchRequest) async throws -> String {
    let seen = Mutex("")
    try await RawServer.with { peer in
      let text = try await peer.request() ?? ""
      seen.withLock { $0 = text }
      try await peer.send("HTTP/1.1 204 No Content\r\n\r\n")
    } _: { server in
      var request = request
      request.url = server.url + request.url
      _ = try await Fetcher().fetch(request)
    }
    return seen.withLock { $0 }
  }
}
