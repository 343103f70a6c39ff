import Model
import Sandbox

/// What the network, the server and the model do wrong.
struct StormTroubles {
  let plan: StormPlan
  var random: SeededGenerator
  private(set) var events: [StormEvent] = []
  private var refusedUntil = Duration.zero
  private var skewedUntil = Duration.zero
  private var modelBack = Duration.zero

  init(plan: StormPlan, random: SeededGenerator) {
    self.plan = plan
    self.random = random
  }

  private enum Sort {
    case cut, refuseConnections, call, update, packet, connection, skew, forget, model
  }

  private static let sorts: [(weight: Int, value: Sort)] = [
    (12, .cut), (3, .refuseConnections), (45, .call), (12, .update), (20, .packet),
    (3, .connection), (2, .skew), (3, .forget), (3, .model),
  ]

  /// The calls that answers and updates hang on.
  private static let methods: [(weight: Int, value: String)] = [
    (10, "messages.sendMessage"), (4, "messages.readHistory"), (2, "messages.setTyping"),
    (5, "updates.getDifference"), (1, "updates.getState"), (2, "updates.getChannelDifference"),
    (1, "channels.readHistory"), (1, "messages.sendReaction"), (1, "auth.bindTempAuthKey"),
  ]

  mutating func draw() {
    var now = random.pause(mean: plan.faultEvery)
    while now < plan.length {
      strike(random.pick(Self.sorts), at: now)
      now += random.pause(mean: plan.faultEvery)
    }
  }

  private mutating func strike(_ sort: Sort, at now: Duration) {
    switch sort {
    case .cut: add(now, .cut)
    case .refuseConnections:
      guard now > refusedUntil else { return }
      refusedUntil = now + random.seconds(0.5...45)
      add(now, .refuseConnections)
      if random.chance(0.7) { add(now, .cut) }
      add(refusedUntil, .acceptConnections)
    case .call: failCall(at: now)
    case .update:
      let kinds: [FaultKind] = [
        .loseUpdate, .doubleUpdate, .reorderUpdate, .delayUpdate(random.seconds(0.1...20)),
        .unknownUpdate,
      ]
      add(now, .fault(Fault(kinds[Int.random(in: 0..<kinds.count, using: &random)])))
      add(now + random.seconds(1...30), .releaseAnswers)
    case .packet: add(now, .fault(Fault(drawPacket())))
    case .connection:
      let kinds: [FaultKind] = [.refuseConnection, .refuseExchange(-404)]
      add(now, .fault(Fault(kinds[Int.random(in: 0..<kinds.count, using: &random)])))
    case .skew:
      guard now > skewedUntil else { return }
      skewedUntil = now + random.seconds(5...60)
      add(now, .skewClock(random.seconds(-3000...3000)))
      add(skewedUntil, .setClockRight)
    case .forget: add(now, random.chance(0.5) ? .forgetTemporaryKeys : .forgetSessions)
    case .model:
      guard now > modelBack else { return }
      modelBack = now + random.seconds(1...50)
      events.append(StormEvent(at: now, kind: .modelFails))
      events.append(StormEvent(at: modelBack, kind: .modelWorks))
    }
  }

  private mutating func failCall(at now: Duration) {
    let codes: [Int32] = [16, 17, 18, 32, 33]
    let unwell = [
      Refusal(500, "INTERNAL_SERVER_ERROR"), Refusal(-503, "Timeout"),
      Refusal(500, "RPC_CALL_FAIL"),
    ]
    let choices: [(weight: Int, value: FaultKind)] = [
      (6, .dropCall), (6, .cutBeforeCall), (16, .loseAnswer), (16, .cutBeforeAnswer),
      (8, .holdAnswer), (8, .delayAnswer(random.seconds(0.1...70))),
      (6, .badMessage(codes[Int.random(in: 0..<codes.count, using: &random)])), (6, .badSalt),
      (6, .floodWait(Int.random(in: 1...40, using: &random))),
      (8, .refuse(unwell[Int.random(in: 0..<unwell.count, using: &random)])),
      (3, .unknownResult), (2, .bombResult), (1, .refuse(Refusal(403, "USER_IS_BLOCKED"))),
    ]
    let kind = random.pick(choices)
    if case .refuse(let refusal) = kind, refusal.code == 403 {
      return add(now, .fault(Fault(kind, method: "messages.sendMessage")))
    }
    add(now, .fault(Fault(kind, method: random.pick(Self.methods))))
    if kind == .holdAnswer { add(now + random.seconds(0.2...30), .releaseAnswers) }
  }

  private mutating func drawPacket() -> FaultKind {
    let codes: [Int32] = [-404, -429, -444]
    let choices: [(weight: Int, value: FaultKind)] = [
      (6, .losePacket), (4, .doublePacket), (4, .damagePacket), (2, .foreignSession), (2, .evenID),
      (2, .idAhead), (2, .idBehind), (1, .gzipBomb), (1, .deepContainer), (3, .malformedSibling),
      (2, .junk), (2, .oversizedFrame), (4, .cutInPacket),
      (3, .transportError(codes[Int.random(in: 0..<codes.count, using: &random)])), (4, .silence),
    ]
    return random.pick(choices)
  }

  private mutating func add(_ at: Duration, _ trouble: Trouble) {
    events.append(StormEvent(at: at, kind: .trouble(trouble)))
  }
}
