import ArgumentParser
import Foundation
import Model
import Sandbox
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
      """)

  @Option(help: "The port on 127.0.0.1 (0: any free one).")
  var port: Int

  @Option(
    help: "The server's RSA private key, a PEM file; made if it is not there.",
    completion: .file(extensions: ["pem"]))
  var key: String

  @Option(help: "What the world's people, texts and codes are drawn from.")
  var seed: UInt64 = 1

  @Option(help: "Messages of history in each chat.")
  var history = 40

  @Option(help: "The owner's password of two-step verification (default: none).")
  var password: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port must be a number from 0 to 65535.")
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
  }
}
