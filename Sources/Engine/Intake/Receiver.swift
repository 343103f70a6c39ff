import Model
import Rules
import Store

/// Stores what Telegram reports and tells what it meant.
struct Receiver: Sendable {
  let parts: EngineParts
  let book: RuleBook
  let presence: OwnerPresence

  func take(_ batch: EventBatch) async throws {
    let now = parts.clock.now
    let rules = book.current
    let intake = try await parts.store.take(
      batch, account: parts.account, at: now, policy: policy(rules, at: now))
    for item in intake.items { report(item, hold: rules.account.hold) }
  }

  private func policy(_ rules: any Rulings, at now: Timestamp) -> IntakePolicy {
    let owner = parts.owner
    let target = PeerID.user(parts.account.rawValue)
    let randomID = parts.randomID
    let zone = rules.account.zone
    return IntakePolicy(
      monitor: { message, chat, contact in
        // Login codes come from there: no rule, prompt, log or event ever sees them.
        chat.kind == .saved || message.chat.bringsLoginCodes
          ? nil : rules.monitor(of: message, in: chat, contact: contact, owner: owner)
      },
      covers: { chat, contact in
        chat.kind == .saved || chat.id.bringsLoginCodes
          ? nil : rules.monitor(for: chat, contact: contact, owner: owner)
      },
      learns: { chat, contact in
        rules.tendsMemory && !chat.id.bringsLoginCodes
          && rules.memory(of: chat, contact: contact, owner: owner).learns
      },
      command: { CommandWords.command(in: $0)?.0 },
      confirmation: { command, message, queue, cancelled in
        let language = CommandWords.command(in: message)?.1 ?? .english
        let line = CommandWords.confirmation(
          of: command, in: language, queue: queue, cancelled: cancelled
        ) { Wording.time($0, from: now, zone: zone) }
        return NewOutboxItem(
          target: target, lane: .notice, message: nil, rule: Notices.host,
          action: .notify(text: line), randomID: randomID(), due: now, text: Notices.text(line))
      },
      alert: { authorization in
        let line = Wording.alert(authorization, now: now, zone: zone)
        return NewOutboxItem(
          target: target, lane: .notice, message: nil, rule: Notices.host,
          action: .notify(text: line), randomID: randomID(), due: now, text: Notices.text(line))
      },
      countSince: now.advanced(by: .seconds(-86_400)))
  }

  private func report(_ item: Intake.Item, hold: Duration) {
    switch item {
    case .arrived(let message, let chat, let sender, let monitor):
      parts.emit(
        .message(
          EngineEvent.Arrival(
            chat: chat.id, message: message.id, title: chat.title, sender: message.sender,
            from: sender?.fullName, text: message.text, media: message.media?.kind,
            monitor: monitor)))
    case .takeover(let message, let isMonitored, let cancelled):
      parts.emitCancelled(cancelled)
      // A chat that nobody monitors is nobody's business, in the log either.
      guard isMonitored || !cancelled.isEmpty else { return }
      parts.emit(
        .takeover(
          EngineEvent.Takeover(
            chat: message.chat, message: message.id, until: message.date.advanced(by: hold),
            cancelled: cancelled.count)))
    case .confirmed(let item):
      parts.emit(.sent(EngineEvent.Sent(item)))
    case .withdrawn(let items):
      parts.emitCancelled(items)
    case .command(let command, let cancelled):
      parts.emitCancelled(cancelled)
      switch command {
      case .stop: parts.emit(.killed(EngineEvent.Halt(cancelled: cancelled.count)))
      case .start: parts.emit(.resumed(EngineEvent.Halt(cancelled: 0)))
      case .status, .acknowledge: break
      }
    case .alert(let item):
      parts.emit(.alert(EngineEvent.Notice(text: item.text ?? "", rule: nil)))
    case .gap(let gap): parts.emit(.gap(EngineEvent.Missing(gap)))
    case .setAside(let what, let chat):
      parts.emit(.error(EngineEvent.Problem(chat: chat, message: what)))
    case .stalled(let stall): parts.emit(.error(EngineEvent.Problem(stall)))
    case .edited(let message, let cancelled):
      parts.emitCancelled(cancelled)
      parts.emit(.edited(EngineEvent.Change(message)))
    case .deleted(let chat, let ids):
      parts.emit(.deleted(EngineEvent.Removal(chat: chat, messages: ids)))
    case .reacted(let chat, let message, let reactions):
      parts.emit(.reacted(EngineEvent.Reacted(chat: chat, message: message, reactions)))
    case .read(let chat, let mark, let byOwner, let thread):
      parts.emit(
        .read(
          EngineEvent.Mark(
            chat: chat, upTo: mark, by: byOwner ? .owner : .other, thread: thread)))
    case .passing(let event): pass(on: event)
    }
  }

  private func pass(on event: Event) {
    switch event {
    case .typing(let chat, let user, let activity):
      parts.emit(.typing(EngineEvent.Doing(chat: chat, user: user, activity: activity)))
    case .presence(let user, let presence):
      if user == parts.account.rawValue { self.presence.note(presence) }
      parts.emit(.presence(EngineEvent.Whereabouts(user: user, presence)))
    case .draft(let chat, let text):
      parts.emit(.draft(EngineEvent.Draft(chat: chat, text: text)))
    case .message, .edited, .deleted, .reacted, .readByOther, .readByOwner, .gap,
      .stalled, .newAuthorization, .sent:
      break
    }
  }
}
