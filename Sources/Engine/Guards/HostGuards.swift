import Model
import Rules
import Store

/// What no rule can override. Each guard is one question; the first that says no ends it.
enum HostGuards {
  static func stop(_ situation: Situation) -> GuardStop? {
    nature(of: situation) ?? circumstances(of: situation)
  }

  /// What the message itself is.
  private static func nature(of situation: Situation) -> GuardStop? {
    let message = situation.message
    if message.isOutgoing || message.chat == .user(message.account.rawValue) {
      return GuardStop(kind: .own, why: "it is the owner's own message")
    }
    if situation.monitor == nil {
      return GuardStop(kind: .unmonitored, why: "no monitor covers this chat")
    }
    if message.isService {
      return GuardStop(kind: .service, why: "it is a service message")
    }
    if message.isAutomatic {
      return GuardStop(kind: .automatic, why: "it was sent by a schedule or an away message")
    }
    // A bot's own chat is covered only where a monitor names it.
    if let sender = situation.sender, sender.isBot, situation.chat.kind != .bot,
      !situation.isSenderNamed
    {
      let name = sender.username.map { "@\($0)" } ?? PeerID.user(sender.id).description
      return GuardStop(
        kind: .bot, why: "a bot wrote it, and no monitor of this chat names \"\(name)\"")
    }
    return nil
  }

  private static func time(_ instant: Timestamp, _ situation: Situation) -> String {
    // Named, since what shows it may show other times by the machine's.
    let zone = situation.settings.zone
    return "\(Wording.time(instant, from: situation.now, zone: zone)) (\(zone))"
  }

  /// What goes on around it.
  private static func circumstances(of situation: Situation) -> GuardStop? {
    let message = situation.message
    if let since = situation.haltedAt {
      return GuardStop(
        kind: .killSwitch, why: "the kill switch is on since \(time(since, situation))")
    }
    if let resumed = situation.resumedAt, message.date < resumed {
      return GuardStop(
        kind: .killSwitch,
        why: "it came before the kill switch was turned off at \(time(resumed, situation))")
    }
    if situation.isAnswered {
      return GuardStop(kind: .answered, why: "it has its answer")
    }
    let age = message.date.duration(to: situation.now)
    if age > situation.settings.downtime.answer {
      return GuardStop(
        kind: .stale,
        why: "it is \(Wording.span(age)) old; the downtime policy answers up to "
          + Wording.span(situation.settings.downtime.answer))
    }
    if let mark = situation.ownerMark {
      if mark.message > message.id {
        return GuardStop(kind: .ownerWrote, why: "the owner has written since")
      }
      let until = mark.at.advanced(by: situation.settings.hold)
      if until > situation.now {
        return GuardStop(
          kind: .ownerWrote,
          why: "the owner wrote here, so the twin is silent until \(time(until, situation))")
      }
    }
    if LoopGuard.isLoop(situation.traffic) {
      return GuardStop(
        kind: .loop,
        why: "\(LoopGuard.limit) answers in a row came back within seconds: "
          + "another machine seems to be writing")
    }
    if let cap = situation.spentCaps.first {
      return GuardStop(kind: .cap, why: cap)
    }
    return nil
  }
}
