import Model
import Rules
import Testing

@Suite("Actions that say nothing to the chat")
struct DoingTests {
  @Test("What a rule wants done stands in the plan, complete")
  func plan() async throws {
    let set = try load(
      """
      rule "all" { act = {
        forward { "@Team", hide_sender = true },
        forward(-1000000000009),
        label { "VIP", "late payer", remove = "new" },
        remember { "{{sender.first_name}} likes tea", as = "drink", ttl = "90d" },
        escalate { "the shop is down", after = { "5m", 3600 }, forward = "u:77" },
        escalate "again",
      } }
      """)
    let ruling = await set.decide(
      Sample.input("hi", in: Sample.chat(with: Sample.friend)), host: TestHost())
    #expect(
      ruling.actions == [
        .forward(Forwarding(to: "@team", hidesSender: true)),
        .forward(Forwarding(to: "ch:9")),
        .label(Labelling(add: ["vip", "late payer"], remove: ["new"])),
        .remember(Fact("Bo likes tea", name: "drink", ttl: 90 * 86_400_000)),
        .escalate(
          Escalation(
            text: "the shop is down", after: [300_000, 3_600_000], forward: Forwarding(to: "u:77"))),
        .escalate(Escalation(text: "again", after: [300_000, 900_000, 3_600_000])),
      ])
    #expect(ruling.problems.isEmpty)
  }

  @Test("In a function they are the same, and where a message may go on to is the owner's to say")
  func inFunctions() async throws {
    let text = """
      local up = forward "@boss"
      rule "a" { run = function(m, x)
        if m.text == "up" then return up end
        if m.text == "team" then return { forward "@team", remember { m.text, about = "chat" } } end
        if m.text == "last" then return escalate { "x", forward = "@nobody" } end
        return forward "@nobody"
      end }
      """
    let allowed = #"account { forward = { "@team" } } monitor "people" { "private" } "#
    let set = try load(["a.lua": allowed + text])
    func ruling(_ message: String) async -> Ruling {
      await set.decide(Sample.input(message), host: TestHost())
    }
    #expect(await ruling("up").actions == [.forward(Forwarding(to: "@boss"))])
    #expect(
      await ruling("team").actions == [
        .forward(Forwarding(to: "@team")), .remember(Fact("team", about: .chat)),
      ])
    for (message, action) in [("x", "forward"), ("last", "escalate")] {
      let found = await ruling(message)
      #expect(found.actions == [])
      #expect(
        found.problems.first?.message.contains(
          "\(action): @nobody is no chat that functions may forward to; write "
            + #"account { forward = { "@nobody" } }"#) == true, "\(found.problems)")
    }
  }

  @Test(
    "What is wrong with them is told with file, line and what to write",
    arguments: [
      (#"forward "team""#, #"item 1 of forward must be a chat such as "@name""#),
      ("forward()", "forward needs a chat such as"),
      (#"forward { "@a", to = "@b" }"#, #"unknown key "to" in forward"#),
      (#"forward { "@a", hide_sendr = true }"#, #"did you mean "hide_sender"?"#),
      ("label()", #"label neither gives nor takes a tag; write label "vip""#),
      (#"label { "a", remove = "A" }"#, #"label gives and takes "a" at once; keep one"#),
      (#"label "a/b""#, "tags are 1 to 40 letters, digits, spaces and . _ - signs"),
      ("remember()", "remember needs a text"),
      (#"remember { "x", about = "sendr" }"#, #"did you mean "sender"?"#),
      (#"remember { "x", ttl = "soon" }"#, "ttl in remember must be a duration"),
      (
        #"escalate { "x", after = { "5m", "5m" } }"#,
        "after in escalate goes from 5m to 5m; all count"
      ),
      (#"escalate { "x", after = "1s" }"#, "has a step that is not between 10s and 7d"),
      (#"escalate { "x", after = "later" }"#, "after in escalate must be growing times"),
      (#"escalate { "x {{sender.nme}}" }"#, #"did you mean "sender.name"?"#),
    ])
  func complaints(action: String, text: String) {
    let found = problems("monitor 'm' { 'private' }\n\nrule 'r' {\n  act = \(action),\n}")
    #expect(found.count == 1 && found[0].contains(text), "\(found)")
    #expect(found.first?.hasPrefix("a.lua:4: ") == true, "\(found)")
  }

  @Test("Nobody is tagged where nobody is named, and nothing goes to where it is")
  func impossible() async throws {
    let set = try load(
      [
        "a.lua": """
        monitor "news" { "channel", "private" }
        rule "tag" { when = { kind = "channel" }, act = label "x" }
        rule "circle" { when = { kind = "private" }, act = forward "u:5" }
        rule "note" { when = { kind = "channel" }, act = remember "a post" }
        """
      ])
    var post = Sample.input(
      "news", in: Chat(id: .channel(3), kind: .channel, title: "News")
    ) { $0.sender = nil }
    post.sender = nil
    let channel = await set.decide(post, host: TestHost())
    #expect(
      channel.problems.map(\.message) == [
        "rule a/tag: label: nobody is named as the message's sender"
      ])
    #expect(channel.actions == [.remember(Fact("a post", about: .chat))])
    let circle = await set.decide(Sample.input("hi"), host: TestHost())
    #expect(circle.problems.first?.message.contains("the message is in u:5 itself") == true)
  }

  @Test("A rule asks for tags and for newcomers as it asks for anything else")
  func conditions() async throws {
    let set = try load(
      """
      filter "regulars" { tag = { "regular", "VIP" }, seen_before = true }
      rule "vip" { when = { tag = "vip" }, act = reply "dear" }
      rule "filtered" { when = { filter = "regulars" }, also = true, act = react "👍" }
      rule "new" { when = { seen_before = false }, also = true, act = notify "new" }
      rule "seen" { run = function(m, x)
        return notify(table.concat(m.sender.tags, "+") .. " " .. tostring(m.sender.seen_before))
      end, also = true }
      """)
    var input = Sample.input("hi")
    var ruling = await set.recorded(input)
    #expect(
      ruling.actions == [.notify(text: " false"), .notify(text: "new")]
        || ruling.actions == [.notify(text: "new"), .notify(text: " false")])
    #expect(ruling.why("a/vip") == #"the sender is not tagged "vip""#)
    input.tags = ["late", "vip"]
    input.isSeenBefore = true
    ruling = await set.recorded(input)
    #expect(
      Set(ruling.actions) == [
        .reply(text: "dear", quotes: false), .react(emoji: "👍"), .notify(text: "late+vip true"),
      ])
    #expect(ruling.why("a/new") == "the sender has written here before")
  }

  @Test("m:replied() is the message that this one answers, or nil")
  func replied() async throws {
    let set = try load(
      """
      rule "a" { run = function(m, x)
        local before = m:replied()
        if not before then return reply "to nothing" end
        if m.text == "obey" then return reply(ai.complete { prompt = before.text }) end
        return reply((before.mine and "mine: " or "theirs: ") .. before.text)
      end }
      """)
    let theirs = Sample.input("see you at the old harbour at nine", id: 40).message
    var mine = Sample.input("an own message", id: 41).message
    mine.isOutgoing = true
    let host = TestHost(messages: [theirs, mine])
    func answer(_ text: String = "yes", to id: Int32?) async -> Ruling {
      await set.decide(Sample.input(text) { $0.replyTo = id }, host: host)
    }
    #expect(await answer(to: nil).actions == [.reply(text: "to nothing", quotes: false)])
    #expect(await answer(to: 39).actions == [.reply(text: "to nothing", quotes: false)])
    #expect(await answer(to: 41).actions == [.reply(text: "mine: an own message", quotes: false)])
    #expect(
      await answer(to: 40).actions == [
        .reply(text: "theirs: see you at the old harbour at nine", quotes: false)
      ])
    let obeyed = await answer("obey", to: 40)
    #expect(obeyed.problems.first?.message.contains("what a contact wrote") == true)
    let broken = try load(
      "rule 'a' { run = function(m) (function(t) t.text = 'x' end)(m:replied()) end }")
    let ruling = await broken.decide(Sample.input("hi") { $0.replyTo = 40 }, host: host)
    #expect(ruling.problems.first?.message.contains("read-only") == true)
  }
}
