import Model
import Sandbox

/// What the network, the server and the model do wrong.
struct StormTroubles {
  let plan: StormPlan
  var random: SeededGenerator
  private(set) var events: [StormEvent] = []
  private var refusedUntil = Duration.zero
  private var modelBack = Duration.zero

  init(plan: StormPlan, random: SeededGenerator) {
    self.plan = plan
    self.random = random
  }

  private enum Sort: CaseIterable {
    case cut, refuseConnections, loseAnswer, cutBeforeAnswer, holdAnswer, flood, unwell, forbidden
    case forgetKeys, model
  }

  private static let sorts: [(weight: Int, value: Sort)] = [
    (20, .cut), (4, .refuseConnections), (18, .loseAnswer), (18, .cutBeforeAnswer),
    (12, .holdAnswer), (8, .flood), (10, .unwell), (1, .forbidden), (3, .forgetKeys), (3, .model),
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
    case .loseAnswer: fail(.loseAnswer, at: now)
    case .cutBeforeAnswer: fail(.cutBeforeAnswer, at: now)
    case .holdAnswer:
      fail(.holdAnswer, at: now)
      add(now + random.seconds(0.2...30), .releaseAnswers)
    case .flood:
      let seconds = Int.random(in: 1...40, using: &random)
      fail(.refuse(Refusal(420, "FLOOD_WAIT_\(seconds)")), at: now)
    case .unwell:
      let refusals = [
        Refusal(500, "INTERNAL_SERVER_ERROR"), Refusal(-503, "Timeout"),
        Refusal(500, "RPC_CALL_FAIL"),
      ]
      fail(.refuse(refusals[Int.random(in: 0..<refusals.count, using: &random)]), at: now)
    case .forbidden:
      add(now, .call(.refuse(Refusal(403, "USER_IS_BLOCKED")), method: "messages.sendMessage"))
    case .forgetKeys: add(now, .forgetTemporaryKeys)
    case .model:
      guard now > modelBack else { return }
      modelBack = now + random.seconds(1...50)
      events.append(StormEvent(at: now, kind: .modelFails))
      events.append(StormEvent(at: modelBack, kind: .modelWorks))
    }
  }

  private mutating func fail(_ fault: CallFault, at now: Duration) {
    add(now, .call(fault, method: random.pick(Self.methods)))
  }

  private mutating func add(_ at: Duration, _ trouble: Trouble) {
    events.append(StormEvent(at: at, kind: .trouble(trouble)))
  }
}
