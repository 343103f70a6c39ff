import ArgumentParser
import Foundation
import Model
import Sandbox

/// A Telegram server for the benchmarks, in a process of its own.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(shouldDisplay: false)

  @Option var key: String
  /// Messages in the owner's chat with the contact.
  @Option var messages = 0
  /// People beside these two.
  @Option var people = 0

  func run() async throws {
    let world = Invented.world(messages: messages, people: people)
    let serverKey = try ServerKey.loadOrGenerate(URL(fileURLWithPath: key))
    var configuration = TelegramServer.Configuration()
    configuration.keepsPages = true
    try await TelegramServer.withServer(
      world: world, key: serverKey, configuration: configuration
    ) { server in
      Self.say("port \(server.port)")
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          for await code in server.loginCodes() { Self.say("code \(code.code)") }
        }
        // Its end is the end of the benchmarks' pipe.
        group.addTask { await Self.untilInputEnds() }
        await group.next()
        group.cancelAll()
      }
    }
  }

  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  static func untilInputEnds() async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        while readLine() != nil {}
        continuation.resume()
      }
    }
  }
}

/// Who lives at that server.
enum Invented {
  static let owner: Int64 = 5_000_000_001
  static let contact: Int64 = 5_000_000_002
  private static let firstOther: Int64 = 5_000_001_000

  static func account(_ number: Int) -> Int64 { firstOther + Int64(number) }
  static func phone(of number: Int) -> String { "+1555010\(4000 + number)" }
  static let ownerPhone = "+15550100001"
  static let contactPhone = "+15550100002"

  private static let lines = [
    "ok", "see you at the corner then", "Bis morgen am üblichen Ort, ich bringe den Schlüssel mit!",
    "did you hear back from them about the invoice from last week?", "до завтра",
    "I am still on the train, it stopped somewhere between two fields and nobody says why. Start "
      + "without me, I will come as soon as I can, and keep a piece of the cake.",
    "👍", "what was the name of that place with the green door",
  ]

  static func world(messages: Int, people: Int) -> World {
    let pause = Duration.seconds(200)
    let clock = ManualClock(WallClock.system.now.advanced(by: .zero - pause * messages))
    var world = World(seed: 1, clock: clock.clock)
    world.limits.log = 100
    var robin = Person(id: owner, firstName: "Robin", lastName: "Hale", phone: ownerPhone)
    robin.contacts = [contact]
    var alice = Person(id: contact, firstName: "Alice", username: "alice", phone: contactPhone)
    alice.contacts = [owner]
    world.add(robin)
    world.add(alice)
    for number in 0..<people {
      world.add(
        Person(
          id: account(number), firstName: "Guest \(number)",
          phone: phone(of: number)))
    }
    for number in 0..<messages {
      clock.advance(by: pause)
      let (author, reader) = number % 3 == 0 ? (owner, contact) : (contact, owner)
      let text = lines[number % lines.count] + " \(number)"
      var submission = Submission(to: .user(reader), text)
      if number % 8 == 7 { submission.replyTo = Int32(number - 3) }
      if number % 10 == 4 {
        submission.entities = [TextEntity(kind: .bold, offset: 0, length: 2)]
      }
      // Every call is one that the world takes.
      _ = try? world.send(submission, from: author)
      // What is unread is counted at each message.
      _ = try? world.read(.user(author), upTo: 0, by: reader)
      _ = world.takeDeliveries()
      _ = world.takeObservations()
    }
    return world
  }
}
