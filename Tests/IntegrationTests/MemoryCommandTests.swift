import Foundation
import Model
import Store
import Testing

@testable import understudy

extension Integration {
  @Suite("understudy memory", .timeLimit(.minutes(5)))
  struct MemoryCommandTests {
    private let home: TemporaryHome
    private static let account = AccountID(10_001)
    private static let at = Timestamp(seconds: 1_767_225_600)

    /// Two facts and a tag of Ada, a fact of the family's chat.
    init() async throws {
      home = try TemporaryHome()
      let store = try Home(option: home.file("home").path, environment: [:]).openStore()
      try await store.store(
        peers: [],
        chats: [
          Chat(id: .user(20_001), kind: .private, title: "Ada Moreno", username: "ada"),
          Chat(id: .channel(900), kind: .group, title: "Family"),
        ],
        contacts: [
          Contact(id: 20_001, firstName: "Ada", lastName: "Moreno", username: "ada")
        ], account: Self.account)
      try await Self.remember(
        [.remember(Fact("likes tea", name: "drink")), .label(Labelling(add: ["client"]))], 1,
        in: .user(20_001), store)
      try await Self.remember(
        [.remember(Fact("has a dog")), .remember(Fact("meets on sundays", about: .chat))], 2,
        in: .channel(900), store)
      try store.close()
    }

    private static func remember(
      _ actions: [Action], _ id: Int32, in chat: PeerID, _ store: Store
    ) async throws {
      let message = MessageReference(account: account, chat: chat, id: id)
      _ = try await store.record(
        Decision(
          message: message, at: at.advanced(by: .seconds(Int64(id))),
          plan: Plan(claims: actions.map { Claim(rule: "people/notes", action: $0) }), reason: "x"),
        sender: .user(20_001))
    }

    private func run(_ arguments: String..., input: [String] = []) async throws -> Program.Outcome {
      try await Program.run(["memory"] + arguments, home: home, input: input)
    }

    @Test("Facts and tags are listed by whom they are about, by name, title or id [C6]")
    func lists() async throws {
      let all = try await run("list")
      #expect(all.status == 0, "\(all.errors)")
      let lines = all.output.split(separator: "\n")
      #expect(lines.first == "Ada Moreno  u:20001")
      #expect(all.output.contains("\n  tag client  by people/notes, "))
      #expect(all.output.contains("\n  fact 1  “likes tea” as drink  by people/notes, "))
      #expect(all.output.contains("“has a dog”") && all.output.contains(", learnt in Family"))
      #expect(all.output.contains("\n\nFamily  ch:900\n  fact 3  “meets on sundays”"))
      for name in ["@ada", "ada moreno", "u:20001", "20001"] {
        let one = try await run("list", name, "--json")
        #expect(one.output.split(separator: "\n").count == 3, "\(name): \(one.everything)")
        #expect(one.output.contains(#""as":"drink""#) && !one.output.contains("sundays"))
      }
      let family = try await run("list", "Family")
      #expect(family.output.contains("has a dog") && !family.output.contains("likes tea"))
      let nobody = try await run("list", "@nobody")
      #expect(nobody.status == 1 && nobody.errors.contains("Nobody is known here as @nobody"))
    }

    @Test("A fact is corrected, a tag given, a fact, a tag or all of a person forgotten [C6]")
    func changes() async throws {
      #expect(try await run("correct", "1", "likes green tea").status == 0)
      #expect(try await run("correct", "99", "x").status == 1)
      #expect(try await run("correct", "1", " ").status == 2)
      #expect(try await run("tag", "@ada", "VIP").output.hasSuffix("@ada carries: client, vip"))
      #expect(try await run("tag", "Family", "vip").status == 2)
      let listed = try await run("list", "@ada")
      #expect(listed.output.contains("“likes green tea”"), "\(listed.everything)")
      #expect(listed.output.contains("tag vip  by you"))
      // Nobody is there to be asked.
      let unasked = try await run("forget", "@ada", input: ["y"])
      #expect(unasked.status == 2 && unasked.errors.contains("--yes"))
      #expect(try await run("forget", "--fact", "2", "--yes").output.contains("1 fact, 0 tags"))
      #expect(
        try await run("forget", "@ada", "--tag", "client", "--yes").output
          .contains("0 facts, 1 tag"))
      #expect(try await run("forget", "@ada", "--yes").output.contains("1 fact, 1 tag"))
      #expect(try await run("forget", "@ada", "--yes").status == 1)
      #expect(try await run("list", "@ada").output == "Nothing is remembered of @ada.")
      #expect(try await run("list").output.hasPrefix("Family  ch:900"))
      #expect(try await run("forget").status == 2)
    }
  }
}
