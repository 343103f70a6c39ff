import Foundation
import Subprocess
import Testing

@testable import Fetch

/// Against `openssl s_server`, with a certificate made for the test.
@Suite(.timeLimit(.minutes(5)))
struct TLSTests {
  @Test(
    "A certificate is accepted only if it is trusted and its name fits", .enabled(if: hasOpenSSL))
  func verification() async throws {
    try await TLSServer.with { server in
      let trusting = try Fetcher(
        FetchConfiguration(proxy: .direct, certificateFile: server.certificateFile))
      let answer = try await trusting.fetch(FetchRequest(url: "https://127.0.0.1:\(server.port)/"))
      #expect(answer.status == 200)
      #expect(String(decoding: answer.body, as: UTF8.self).contains("TLSv1"))

      let wrongName = await #expect(throws: FetchError.self) {
        try await trusting.fetch(FetchRequest(url: "https://localhost:\(server.port)/"))
      }
      #expect(wrongName?.code == .tlsFailed)

      let untrusted = await #expect(throws: FetchError.self) {
        try await Fetcher(FetchConfiguration(proxy: .direct))
          .fetch(FetchRequest(url: "https://127.0.0.1:\(server.port)/"))
      }
      #expect(untrusted?.code == .tlsFailed)
      #expect(untrusted?.message.contains("127.0.0.1:\(server.port)") == true)
      #expect(untrusted?.message.contains("certificate") == true)
    }
  }

  static let hasOpenSSL = ["/usr/bin/openssl", "/usr/local/bin/openssl"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }
}

private struct TLSServer {
  let port: Int
  let certificateFile: String

  static func with(_ body: (TLSServer) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fetch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (key, certificate) = (
      folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path
    )
    let maker = try await run(
      .name("openssl"),
      arguments: [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=understudy test",
        "-addext", "subjectAltName=IP:127.0.0.1",
      ], output: .discarded)
    try #require(maker.terminationStatus == .exited(0))

    _ = try await run(
      .name("openssl"),
      arguments: [
        "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www",
      ], input: .inputWriter, output: .sequence, error: .discarded
    ) { server in
      // Its first words are "ACCEPT 127.0.0.1:PORT"; it goes on until its process is told to end.
      var port: Int?
      for try await line in server.standardOutput.strings() where line.hasPrefix("ACCEPT") {
        port = line.split(separator: ":").last.flatMap { Int($0.trimmingCharacters(in: .newlines)) }
        break
      }
      let result: Result<Void, any Error>
      do {
        let address = TLSServer(port: try #require(port), certificateFile: certificate)
        result = .success(try await body(address))
      } catch {
        result = .failure(error)
      }
      try server.send(signal: .kill)
      try result.get()
    }
  }
}
