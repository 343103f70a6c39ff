import ArgumentParser
import Cryptography
import Foundation
import Model
import Sandbox
import Telegram
import UnixSignals

struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Run a Telegram server on this machine, to try any client on.",
    discussion: """
      It listens on 127.0.0.1 alone and is peopled with invented contacts. Login codes are shown on \
      standard output; the server's public key is written beside the private one, with .pub at its end.

      Examples:
        understudy sandbox --port 4430 --key sandbox.pem
        understudy login --server 127.0.0.1:4430 --server-key sandbox.pem.pub

      With --control it can be told, by JSON over HTTP, to misbehave, and its people to act \
      (docs/sandbox.md):
        curl 127.0.0.1:4431/faults -d '{"fault": "lose_answer", "method": "messages.sendMessage"}'

      With --mtproxy and --socks5 it also runs proxies that lead to it, and prints their links for \
      --proxy. With --cdn, files are given out by a delivery server beside it. With --ai, models, ears and voices
      are played too: what a voice says there, the ears hear again.
      """)

  @Option(help: "The port on 127.0.0.1 (0: any free one).")
  var port: Int

  @Option(
    help: "The server's RSA private key, a PEM file; made if it is not there.",
    completion: .file(extensions: ["pem"]))
  var key: String

  @Option(help: "The port of an MTProxy that leads to the server (0: any free one).")
  var mtproxy: Int?

  @Option(help: "The port of a SOCKS5 proxy that leads to the server (0: any free one).")
  var socks5: Int?

  @Option(help: "The port of a delivery server for all files (0: any free one).")
  var cdn: Int?

  @Option(help: "The port on 127.0.0.1 that sets faults and plays people (0: any free one).")
  var control: Int?

  @Option(help: "The port of the AI providers, OpenAI's and ElevenLabs' (0: any free one).")
  var ai: Int?

  @Option(help: "What the world's people, texts and codes are drawn from.")
  var seed: UInt64 = 1

  @Option(help: "Messages of history in each chat.")
  var history = 40

  @Option(help: "The owner's password of two-step verification (default: none).")
  var password: String?

  func validate() throws {
    for (name, port) in [
      ("--port", port), ("--mtproxy", mtproxy), ("--socks5", socks5), ("--cdn", cdn),
      ("--control", control), ("--ai", ai),
    ] {
      guard (0...65535).contains(port ?? 0) else {
        throw ValidationError("\(name) must be a number from 0 to 65535.")
      }
    }
    guard (0...100_000).contains(history) else {
      throw ValidationError("--history must be a number from 0 to 100000.")
    }
  }

  func run() async throws {
    let file = URL(fileURLWithPath: key)
    let serverKey = try ServerKey.loadOrGenerate(file)
    var world = World.populated(seed: seed, clock: .system, history: history)
    if let password { try world.setPassword(password, of: Cast.owner) }
    var configuration = TelegramServer.Configuration()
    configuration.port = port
    let dc = configuration.dc
    try await TelegramServer.withServer(
      world: world, key: serverKey, configuration: configuration
    ) { server in
      Terminal.say("listening on \(server.host):\(server.port), data center \(dc)")
      Terminal.say("public key \(ServerKey.publicFile(of: file).path)")
      Terminal.say("owner \(Cast.ownerPhone)")
      try await withDelivery(for: server, key: file) {
        try await withProxies(to: server, dc: Int(dc)) {
          try await withControl(of: server) {
            try await withProviders { await tellCodes(of: server) }
          }
        }
      }
    }
  }

  /// Until a signal comes.
  private func tellCodes(of server: TelegramServer) async {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await code in server.loginCodes() {
          Terminal.say("code for +\(code.phone): \(code.code)")
        }
      }
      group.addTask { for await _ in signals { return } }
      await group.next()
      group.cancelAll()
    }
  }

  /// Runs the delivery server, if there is to be one, while `body` runs.
  private func withDelivery(
    for server: TelegramServer, key file: URL, _ body: @Sendable () async throws -> Void
  ) async throws {
    guard let cdn else { return try await body() }
    let key = try ServerKey.loadOrGenerate(
      file.deletingLastPathComponent().appending(component: file.lastPathComponent + ".cdn"))
    let shelf = CDNShelf(
      dc: Self.deliveryDC, publicKey: try key.publicPEM(), keepsEverything: true)
    var configuration = TelegramServer.Configuration()
    configuration.port = cdn
    configuration.dc = Self.deliveryDC
    configuration.shelf = shelf
    try await TelegramServer.withServer(
      world: World(seed: seed, clock: .system), key: key, configuration: configuration
    ) { there in
      shelf.place(host: there.host, port: there.port)
      await server.offer(shelf)
      Terminal.say("delivery at \(there.host):\(there.port), data center \(Self.deliveryDC)")
      try await body()
    }
  }

  /// As Telegram numbers its own.
  private static let deliveryDC: Int32 = 203

  /// Runs the control port, if it was asked for, while `body` runs.
  private func withControl(
    of server: TelegramServer, _ body: () async throws -> Void
  ) async throws {
    guard let control else { return try await body() }
    try await ControlServer.serve(server, port: control) { port in
      Terminal.say("control \(port.baseURL)")
      try await body()
    }
  }

  /// Plays the AI providers, if they were asked for, while `body` runs.
  private func withProviders(_ body: () async throws -> Void) async throws {
    guard let ai else { return try await body() }
    try await ChatServer.serve(.init(port: ai), script: ChatManner(seed: seed).script) { server in
      Terminal.say("OPENAI_BASE_URL=\(server.baseURL)")
      Terminal.say("ELEVENLABS_BASE_URL=\(server.baseURL)")
      try await body()
    }
  }

  /// Runs the proxies that were asked for while `body` runs.
  private func withProxies(
    to server: TelegramServer, dc: Int, _ body: () async throws -> Void
  ) async throws {
    func withSOCKS5() async throws {
      guard let socks5 else { return try await body() }
      var settings = SOCKS5Server.Configuration()
      settings.port = socks5
      try await SOCKS5Server.serve(settings) { proxy in
        let link = Proxy(.socks5(nil), host: server.host, port: proxy.port).link
        Terminal.say("SOCKS5 \(link.reveal())")
        try await body()
      }
    }
    guard let mtproxy else { return try await withSOCKS5() }
    let secret = try MTProxySecret(
      .padded, key: SecretBytes(RandomSource.secure.bytes(MTProxySecret.keySize)))
    var settings = MTProxyServer.Configuration(
      secret: secret.key,
      dataCenters: [dc: ProxyTarget(host: server.host, port: server.port)])
    settings.port = mtproxy
    settings.cutsStrangers = true
    try await MTProxyServer.serve(settings) { proxy in
      let link = Proxy(.mtproto(secret), host: server.host, port: proxy.port).link
      Terminal.say("MTProxy \(link.reveal())")
      try await withSOCKS5()
    }
  }
}
