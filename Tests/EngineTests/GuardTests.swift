import Model
import Rules
import Store
import Testing

@testable import Engine

@Suite(.timeLimit(.minutes(5)))
struct GuardTests {
  private func situation(_ change: (inout Situation) -> Void = { _ in }) -> Situation {
    var situation = Situation(
      message: Message(
        account: World.account, chat: World.ada, id: 10, sender: World.ada, date: World.start,
        text: "hi"),
      chat: Chat(id: World.ada, kind: .private, title: "Ada"),
      sender: Contact(id: 20_001, firstName: "Ada"), now: World.start, settings: AccountSettings(),
      monitor: "people")
    change(&situation)
    return situation
  }

  @Test("An ordinary message passes")
  func passes() {
    #expect(HostGuards.stop(situation()) == nil)
  }

  @Test("Own, bot, service and automatic messages are never answered [D8, rules 36]")
  func nature() {
    #expect(HostGuards.stop(situation { $0.message.isOutgoing = true })?.kind == .own)
    #expect(HostGuards.stop(situation { $0.message.chat = World.saved })?.kind == .own)
    #expect(HostGuards.stop(situation { $0.sender?.isBot = true })?.kind == .bot)
    #expect(HostGuards.stop(situation { $0.message.isService = true })?.kind == .service)
    #expect(HostGuards.stop(situation { $0.message.isAutomatic = true })?.kind == .automatic)
    #expect(HostGuards.stop(situation { $0.monitor = nil })?.kind == .unmonitored)
  }

  @Test("A bot's own chat is answered where a monitor names it")
  func namedBot() {
    let named = situation {
      $0.sender?.isBot = true
      $0.chat.kind = .bot
    }
    #expect(HostGuards.stop(named) == nil)
  }

  @Test(
    "In a group a bot is heard where a monitor names it, and the loop guard stands all the same [D8]"
  )
  func namedBotInGroup() {
    let group = { (situation: inout Situation) in
      situation.sender = Contact(id: 900, firstName: "Build", username: "build_bot", isBot: true)
      situation.chat.kind = .group
    }
    let unnamed = HostGuards.stop(situation(group))
    #expect(unnamed?.kind == .bot && unnamed?.why.contains("\"@build_bot\"") == true)
    let named = situation {
      group(&$0)
      $0.isSenderNamed = true
    }
    #expect(HostGuards.stop(named) == nil)
    let looping = situation {
      group(&$0)
      $0.isSenderNamed = true
      $0.traffic = exchanges(6, gap: 1)
    }
    #expect(HostGuards.stop(looping)?.kind == .loop)
  }

  @Test("A named bot's message in a group reaches the rules, another bot's does not [D8]")
  func namedBotDecided() async throws {
    let world = try World()
    let rules = try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          monitor "builds" { titles = "Builds", "@build_bot" }
          rule "heard" { phase = "observe", when = { monitor = "builds", bot = true }, act = label "seen" }
          """)
    ])
    let group = Chat(id: .channel(900), kind: .group, title: "Builds")
    try await world.run(rules) { run in
      var stops: [GuardStop.Kind?] = []
      for (id, name) in [(Int32(1), "Build_Bot"), (2, "other_bot")] {
        var message = world.incoming(id, from: 900 + Int64(id), "built")
        message.chat = group.id
        try await run.engine.accept(
          EventBatch(
            events: [.message(message)], chats: [group],
            contacts: [
              Contact(id: 900 + Int64(id), firstName: name, username: name, isBot: true)
            ]))
        await run.recorder.waitForDecision(about: id)
        let decision = try await run.store.decision(about: message.reference)
        stops.append(decision?.guardStop?.kind)
      }
      #expect(stops == [nil, .bot])
      let tags = try await run.store.tags(of: 901, account: World.account)
      #expect(tags == ["seen"])
    }
  }

  @Test("The hold ends when it says, and the downtime policy counts to the second [D4 D11]")
  func times() {
    func mark(_ seconds: Int, message: Int32) -> GuardStop.Kind? {
      HostGuards.stop(
        situation {
          let at = World.start.advanced(by: .seconds(-seconds))
          $0.ownerMark = OwnerMark(at: at, message: message)
        })?.kind
    }
    #expect(mark(15 * 60 - 1, message: 9) == .ownerWrote)
    #expect(mark(15 * 60, message: 9) == nil)
    #expect(mark(3600, message: 11) == .ownerWrote, "answered by hand since")
    func age(_ seconds: Int) -> GuardStop.Kind? {
      HostGuards.stop(situation { $0.now = World.start.advanced(by: .seconds(seconds)) })?.kind
    }
    #expect(age(3600) == nil)
    #expect(age(3601) == .stale)
  }

  @Test("Times in reasons are the owner's own, with the day where it is not this one")
  func ownersTime() {
    let berlin = "Europe/Berlin"
    let soon = World.start.advanced(by: .seconds(900))
    #expect(Wording.time(soon, from: World.start, zone: berlin) == "01:15")
    let later = World.start.advanced(by: .seconds(86_400))
    #expect(Wording.time(later, from: World.start, zone: berlin) == "2026-01-02 01:00")
    let stop = HostGuards.stop(
      situation {
        $0.settings.zone = berlin
        $0.ownerMark = OwnerMark(at: World.start, message: 9)
      })
    #expect(stop?.why == "the owner wrote here, so the twin is silent until 01:15 (Europe/Berlin)")
  }

  @Test("The kill switch, an answer that exists and a spent cap stop, each with its reason [D5 D6]")
  func circumstances() {
    #expect(HostGuards.stop(situation { $0.haltedAt = World.start })?.kind == .killSwitch)
    #expect(HostGuards.stop(situation { $0.isAnswered = true })?.kind == .answered)
    let spent = HostGuards.stop(situation { $0.spentCaps = ["the cap of 12 in 1 h is used up"] })
    #expect(spent == GuardStop(kind: .cap, why: "the cap of 12 in 1 h is used up"))
  }

  /// Twin and contact in turn, newest first; the contact answers after `gap` seconds.
  private func exchanges(_ count: Int, gap: Int64) -> [Traffic] {
    var traffic: [Traffic] = []
    var date = World.start.seconds
    for _ in 0..<count {
      traffic.append(
        Traffic(date: Timestamp(seconds: date), isOutgoing: true, isTwin: true))
      date += gap
      traffic.append(Traffic(date: Timestamp(seconds: date), isOutgoing: false, isTwin: false))
      date += 30
    }
    return traffic.reversed()
  }

  @Test("Six answers in a row within seconds are a machine's; five, or slower ones, are not [D8]")
  func loops() {
    #expect(LoopGuard.isLoop(exchanges(6, gap: 2)))
    #expect(!LoopGuard.isLoop(exchanges(5, gap: 2)))
    #expect(!LoopGuard.isLoop(exchanges(20, gap: 11)))
    #expect(!LoopGuard.isLoop([]))
    var withOwner = exchanges(9, gap: 2)
    withOwner[3].isTwin = false
    #expect(!LoopGuard.isLoop(withOwner), "the owner's own word breaks the run")
    #expect(HostGuards.stop(situation { $0.traffic = exchanges(6, gap: 1) })?.kind == .loop)
  }
}
