import Model

/// What contacts and owners do.
struct StormPeople {
  let plan: StormPlan
  var random: SeededGenerator
  private(set) var events: [StormEvent] = []
  private var lastToken = 0
  /// Chats in which somebody has written, the latest last.
  private var lively: [(at: Duration, chat: Int)] = []

  init(plan: StormPlan, random: SeededGenerator) {
    self.plan = plan
    self.random = random
  }

  mutating func draw() {
    var now = random.pause(mean: plan.messageEvery)
    while now < plan.length {
      drawBurst(at: now)
      now += random.pause(mean: plan.messageEvery)
    }
    now = random.pause(mean: plan.ownerEvery)
    while now < plan.length {
      drawOwner(at: now)
      now += random.pause(mean: plan.ownerEvery)
    }
  }

  /// One message, or a few in a row, and what their writer does with them.
  private mutating func drawBurst(at start: Duration) {
    let chat = Int.random(in: 0..<plan.chats, using: &random)
    let writer = Int.random(in: 0..<3, using: &random)
    let count = random.chance(0.15) ? Int.random(in: 2...4, using: &random) : 1
    var now = start
    if random.chance(0.3) {
      add(now, .type(chat: chat, writer: writer))
      now += random.seconds(0.2...3)
    }
    for _ in 0..<count {
      lastToken += 1
      let manner = random.pick(Self.manners)
      add(now, .write(chat: chat, writer: writer, token: lastToken, manner: manner))
      lively.append((now, chat))
      if random.chance(0.05) { add(now + random.seconds(0.1...20), .edit(token: lastToken)) }
      if random.chance(0.05) { add(now + random.seconds(0...20), .delete(token: lastToken)) }
      now += random.seconds(0...4)
    }
    if random.chance(0.2) { add(now, .read(chat: chat, writer: writer)) }
  }

  private static let manners: [(weight: Int, value: StormEvent.Manner)] = [
    (60, .plain), (20, .why), (8, .wow), (4, .urgent), (8, .spam),
  ]

  private mutating func drawOwner(at now: Duration) {
    let account = Int.random(in: 0..<plan.accounts, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      add(now, .ownerOrders(account: account, .stop))
      add(now + random.seconds(1...40), .ownerOrders(account: account, .start))
    case 1: add(now, .ownerOrders(account: account, .status))
    case 2...5: add(now, .ownerReads(chat: chat(at: now)))
    default:
      lastToken += 1
      add(now, .ownerWrites(chat: chat(at: now), token: lastToken))
    }
  }

  /// Where somebody has just written, as a rule: an owner seldom speaks first.
  private mutating func chat(at now: Duration) -> Int {
    let recent = lively.filter { $0.at <= now && now - $0.at < .seconds(12) }
    guard let one = recent.randomElement(using: &random), random.chance(0.8) else {
      return Int.random(in: 0..<plan.chats, using: &random)
    }
    return one.chat
  }

  private mutating func add(_ at: Duration, _ kind: StormEvent.Kind) {
    events.append(StormEvent(at: at, kind: kind))
  }
}
