import Model
import Sandbox
import Store

/// Lets a storm loose on a stage, and writes down what it did.
struct StormRunner {
  let stage: SimulationStage
  private let storm: Storm
  private var callsNoted = 0
  private var breachesNoted = 0
  private(set) var chronicle = Chronicle()
  private(set) var troubles: [String: Int] = [:]
  private(set) var steps = 0
  private(set) var crashes = 0
  private var agenda = Agenda()
  private var traps: [AccountID: Duration] = [:]
  /// What has put the server's clock wrong.
  private var skew: FaultID?

  /// How long the queue may take to run dry once all faults are over.
  private static let patience = Duration.seconds(1800)

  /// How long the first start of the twins may take.
  private static let starting = Duration.seconds(60)

  /// The longest that a client pauses before it connects.
  private static let reconnecting = Duration.seconds(150)

  init(_ storm: Storm, on stage: SimulationStage) {
    self.stage = stage
    self.storm = storm
  }

  /// - Returns: whether everything came to rest afterwards.
  mutating func run() async throws -> Bool {
    await start()
    agenda = Agenda(storm, from: stage.time.now)
    await drive(until: stage.time.now.advanced(by: storm.plan.length))
    // What the storm has begun, it also ends.
    while let next = agenda.nextTime { await drive(until: next) }
    await calm()
    await drive(until: stage.time.now.advanced(by: Self.reconnecting))
    let limit = stage.time.now.advanced(by: Self.patience)
    var isDone = false
    while !isDone, stage.time.now < limit {
      await drive(until: stage.time.now.advanced(by: .seconds(10)))
      isDone = try await isDry
    }
    // Acknowledgements have a minute.
    await drive(until: stage.time.now.advanced(by: .seconds(90)))
    for twin in stage.twins { twin.stop() }
    await stage.executor.stillness()
    return isDone
  }

  /// What was written before an account's first start is none of its twin's business.
  private mutating func start() async {
    for twin in stage.twins { twin.start() }
    let limit = stage.time.now.advanced(by: Self.starting)
    while !stage.twins.allSatisfy(\.isReady), stage.time.now < limit {
      await drive(until: stage.time.now.advanced(by: .seconds(1)))
    }
  }

  private func calm() async {
    await stage.server.clearFaults()
    await stage.server.releaseAnswers()
    await stage.server.refuseConnections(false)
    // An update that was lost last of all is told when a connection comes back.
    await stage.server.cutConnections()
    for twin in stage.twins {
      twin.model.fail(false)
      twin.start()
    }
  }

  /// Nothing waits to be decided or sent.
  private var isDry: Bool {
    get async throws {
      guard agenda.isEmpty else { return false }
      for twin in stage.twins {
        guard let store = twin.store else { return false }
        let summary = try await store.summary(of: twin.account, since: .zero)
        let due = try await store.agenda(of: twin.account, at: Timestamp(milliseconds: .max)).due
        guard summary.pending == 0, summary.undecided == 0, due.isEmpty else { return false }
      }
      return true
    }
  }

  /// Moves the clock from one event to the next.
  private mutating func drive(until end: Timestamp) async {
    let time = stage.time
    while true {
      await stage.executor.stillness()
      buryTheDead()
      await noteCalls()
      if let kind = agenda.take(until: time.now) {
        stage.course.note(time.now, "storm: \(kind)")
        await perform(kind)
        continue
      }
      let next = [agenda.nextTime, time.manual.nextDeadline].compactMap(\.self).min()
      guard let next, next <= end else { return time.manual.advance(to: end) }
      time.manual.advance(to: next)
      steps += 1
    }
  }

  private mutating func noteCalls() async {
    let now = stage.time.now
    for call in await stage.server.calls(from: callsNoted) {
      callsNoted += 1
      let outcome = call.refusal.map { " refused: \($0)" } ?? ""
      let caller = call.person.map { "\($0 % 10)" } ?? "nobody"
      stage.course.note(now, "server: \(call.method) by \(caller)\(outcome)")
    }
    for note in await stage.server.conductNotes(from: breachesNoted) {
      breachesNoted += 1
      stage.course.note(now, "breach: \(note.breach)")
    }
  }

  private mutating func buryTheDead() {
    for account in stage.tally.takeDeaths() {
      crashes += 1
      guard let down = traps[account],
        let number = stage.twins.firstIndex(where: { $0.account == account })
      else { continue }
      agenda.add(.start(account: number), at: stage.time.now.advanced(by: down))
    }
  }

  private mutating func perform(_ kind: StormEvent.Kind) async {
    switch kind {
    case .trouble(let trouble): await cause(trouble)
    case .modelFails:
      troubles["modelFails", default: 0] += 1
      for twin in stage.twins { twin.model.fail(true) }
    case .modelWorks: for twin in stage.twins { twin.model.fail(false) }
    case .stop(let account): stage.twins[account].stop()
    case .crash(let account):
      if stage.twins[account].isUp { crashes += 1 }
      stage.twins[account].crash()
    case .trap(let account, let step, let down):
      traps[stage.twins[account].account] = down
      stage.twins[account].setTrap(at: step)
    case .start(let account): stage.twins[account].start()
    default: await act(kind)
    }
  }

  private mutating func cause(_ trouble: Trouble) async {
    let server = stage.server
    if let name = trouble.name { troubles[name, default: 0] += 1 }
    switch trouble {
    case .cut: await server.cutConnections()
    case .refuseConnections: await server.refuseConnections(true)
    case .acceptConnections: await server.refuseConnections(false)
    case .fault(let fault): await server.add(fault)
    case .skewClock(let skew): self.skew = await server.add(.always(.clockSkew(skew)))
    case .setClockRight: if let skew { await server.remove(skew) }
    case .forgetSessions: await server.forgetSessions()
    case .releaseAnswers: await server.releaseAnswers()
    case .forgetTemporaryKeys: await server.forgetTemporaryKeys()
    }
  }

  // MARK: People

  /// What cannot be done (a message to edit is gone) is not done: the server's word is good enough.
  private mutating func act(_ kind: StormEvent.Kind) async {
    do throws(Refusal) {
      try await tryToAct(kind)
    } catch {
      troubles["notDone", default: 0] += 1
    }
  }

  private mutating func tryToAct(_ kind: StormEvent.Kind) async throws(Refusal) {
    let town = stage.town
    switch kind {
    case .write(let number, let writer, let token, let manner):
      try await write(in: number, writer: writer, token: token, manner: manner)
    case .edit(let token):
      guard var line = chronicle[token] else { return }
      let place = town.places[line.place]
      line.text += " (edited)"
      try await contact(line.writer).edit(
        line.writerID, in: place.chat(for: line.writer), to: line.text)
      line.edits += 1
      chronicle[token] = line
    case .delete(let token): try await delete(token)
    case .type(let number, let writer):
      let place = town.places[number]
      let person = place.writer(writer)
      try await contact(person).type(in: place.chat(for: person))
    case .read(let number, let writer):
      let place = town.places[number]
      let person = place.writer(writer)
      try await contact(person).read(place.chat(for: person))
    case .ownerWrites(let number, let token):
      let place = town.places[number]
      let message = try await contact(place.owner).send("by hand \(token)", to: place.chat)
      chronicle.noteHand(message, in: number)
    case .ownerReads(let number):
      let place = town.places[number]
      try await contact(place.owner).read(place.chat)
    case .ownerOrders(let account, let word):
      let owner = town.owners[account]
      let message = try await contact(owner).send(word.rawValue, to: .user(owner))
      chronicle.noteHand(message, in: nil)
      if word == .stop { chronicle.noteHalt(of: account) }
    default: break
    }
  }

  private func contact(_ person: Int64) -> ScriptedContact { stage.server.contact(person) }

  private mutating func write(
    in number: Int, writer: Int, token: Int, manner: StormEvent.Manner
  ) async throws(Refusal) {
    let place = stage.town.places[number]
    let person = place.writer(writer)
    let text = "m\(token) \(manner.rawValue)"
    let message = try await contact(person).send(text, to: place.chat(for: person))
    let copy = await stage.server.look { world in
      try? world.history(of: place.chat, for: place.owner, HistoryQuery(limit: 1)).messages.first
    }
    guard let copy, copy.key == message.key else { throw .messageInvalid }
    chronicle.add(
      Chronicle.Line(
        token: token, place: number, writer: person, manner: manner, writerID: message.id,
        ownerID: copy.id, at: Timestamp(seconds: Int64(message.date)), text: text))
  }

  private mutating func delete(_ token: Int) async throws(Refusal) {
    guard var line = chronicle[token], line.deletedAt == nil else { return }
    let writer = line.writer
    let id = line.writerID
    if case .channel(let channel) = stage.town.places[line.place].chat {
      _ = try await stage.server.act { world throws(Refusal) in
        try world.delete([id], inChannel: channel, by: writer)
      }
    } else {
      try await contact(writer).delete([id])
    }
    line.deletedAt = stage.time.now
    chronicle[token] = line
  }
}
