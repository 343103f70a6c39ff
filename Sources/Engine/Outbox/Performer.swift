import Model
import Store

/// Takes one step of one outbox item. Each step begins and ends with what is on disk, so that a crash
/// anywhere costs at most one step, repeated with the same random id.
struct Performer: Sendable {
  let parts: EngineParts
  let book: RuleBook
  let lanes: Lanes
  let notices: Notices
  let composer: Composer
  let backlog: Backlog

  func perform(_ step: ItemStep, of item: OutboxItem) async throws {
    switch step {
    case .wait: break
    case .read: try await read(item)
    case .type: try await type(item)
    case .compose: try await compose(item)
    case .speak: try await speak(item)
    case .upload: try await upload(item)
    case .send: try await send(item)
    case .act: try await act(item)
    }
  }

  private func read(_ item: OutboxItem) async throws {
    if try await dropIfLate(item) { return }
    if let message = item.message {
      do {
        try await parts.messenger.markRead(message.chat, upTo: message.id)
        parts.emit(.acted(EngineEvent.Act(item, action: "read")))
      } catch {
        if Task.isCancelled { return }
        // An answer without its read mark is better than none.
        parts.emit(.error(EngineEvent.Problem(chat: item.target, message: error.description)))
      }
    }
    let wake = max(item.pace?.typingAt ?? item.due, parts.clock.now)
    try await parts.store.noteRead(item.id, wake: wake)
  }

  private func type(_ item: OutboxItem) async throws {
    let isFirst = lanes.typed(item.id) == nil
    lanes.noteTyped(item.id, at: parts.clock.now)
    await showTyping(item, isFirst: isFirst)
  }

  private func showTyping(_ item: OutboxItem, isFirst: Bool) async {
    do {
      try await parts.messenger.show(item.activity, in: item.target)
      if isFirst {
        let action = item.activity == .voice ? "recording" : "typing"
        parts.emit(.acted(EngineEvent.Act(item, action: action)))
      }
    } catch {
      // Seen or not, "typing…" decides nothing; one report is enough.
      guard isFirst, !Task.isCancelled else { return }
      parts.emit(.error(EngineEvent.Problem(chat: item.target, message: error.description)))
    }
  }

  private func compose(_ item: OutboxItem) async throws {
    guard let composition = item.action.composition else { return }
    if try await dropIfLate(item) { return }
    let outcome = try await composer.compose(item, composition)
    try Task.checkCancellation()
    let now = parts.clock.now
    switch outcome {
    case .written(let answer, let trace):
      try await parts.onStep(.beforeComposedStored, item.message)
      let written = try await parts.store.noteComposed(
        item.id, text: answer.text, following: answer.following, trace: trace, wake: now)
      try await parts.onStep(.afterComposedStored, item.message)
      guard let written else { return }
      parts.emit(
        .composed(
          EngineEvent.Composed(
            chat: item.target, answers: item.message?.id, model: trace.model,
            text: written.wholeText)))
    case .abstained(let reason, let trace):
      try await parts.store.keep(trace)
      try await cancel(item, reason)
    case .unavailable(let reason, let trace):
      try await parts.store.keep(trace)
      guard let wait = Backoff.composing(refusals: item.refusals) else {
        return try await fail(item, reason)
      }
      try await postpone(
        item, until: now.advanced(by: wait), reason: reason, refusals: item.refusals + 1)
    case .unusable(let reason, var trace):
      trace.error = reason
      try await parts.store.keep(trace)
      try await fail(item, reason)
    case .pointless:
      try await cancel(item, "the message is no longer kept")
    }
  }

  /// Shows "typing…" for as long as `body` takes, if what it makes will be sent.
  func typing<Value: Sendable>(
    _ item: OutboxItem, while body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard item.action.speaksToChat else { return try await body() }
    try await type(item)
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while true {
          let next = parts.clock.now.advanced(by: ItemStep.typingLasts)
          try await parts.clock.sleep(until: next, tolerance: nil)
          try await type(item)
        }
      }
      defer { group.cancelAll() }
      for try await value in group {
        if let value { return value }
      }
      throw CancellationError()
    }
  }

  private func act(_ item: OutboxItem) async throws {
    if item.lane.isSpeech, try await dropIfLate(item) { return }
    guard case .granted(let item, let isRetry) = try await permit(item) else { return }
    do {
      try await carryOut(item)
    } catch {
      return try await handle(error, of: item, isRetry: isRetry)
    }
    if try await parts.store.finishSend(item.id, messageID: nil, at: parts.clock.now) != nil {
      parts.emit(.acted(EngineEvent.Act(item, text: item.text)))
    }
  }

  private func carryOut(_ item: OutboxItem) async throws(MessengerError) {
    guard let message = item.message else { return }
    switch item.action {
    case .react(let emoji):
      try await parts.messenger.react(with: emoji, to: message.id, in: message.chat)
    case .markRead:
      try await parts.messenger.markRead(message.chat, upTo: message.id)
    case .draft, .aiDraft, .reply, .aiReply, .voiceReply, .file, .notify, .ignore, .escalate,
      .forward, .label, .remember:
      try await parts.messenger.saveDraft(item.text ?? "", replyTo: nil, in: item.target)
    }
  }

  private func send(_ item: OutboxItem) async throws {
    if item.lane.isSpeech, try await dropIfLate(item) { return }
    if item.lane == .notice {
      // What has piled up while nothing could leave is one message.
      try await parts.store.joinNotices(
        behind: item.id, at: parts.clock.now, join: Notices.joined)
    }
    guard case .granted(let item, let isRetry) = try await permit(item), let text = item.caption
    else { return }
    try await parts.onStep(.beforeSend, item.message)
    let sent: SentMessage
    do {
      sent = try await deliver(item, text)
    } catch {
      return try await handle(error, of: item, isRetry: isRetry)
    }
    try await parts.onStep(.afterAnswer, item.message)
    let done = try await parts.store.finishSend(
      item.id, messageID: sent.id, at: parts.clock.now)
    if let done { parts.emit(.sent(EngineEvent.Sent(done))) }
    forgetVoice(of: item)
    try await parts.onStep(.afterSent, item.message)
  }

  private func deliver(
    _ item: OutboxItem, _ text: String
  ) async throws(MessengerError) -> SentMessage {
    if case .forward(let forwarding) = item.action, let message = item.message {
      return try await parts.messenger.forward(
        ForwardedMessage(
          chat: message.chat, id: message.id, to: item.target, hidesSender: forwarding.hidesSender,
          randomID: item.randomID))
    }
    return try await parts.messenger.send(
      OutgoingMessage(
        chat: item.target, text: text, replyTo: item.action.quotes ? item.message?.id : nil,
        attachment: item.attachment, upload: item.upload, randomID: item.randomID))
  }

  private func permit(_ item: OutboxItem) async throws -> SendPermit {
    let permit = try await parts.store.beginSend(item.id, at: parts.clock.now)
    if case .denied(let item) = permit { parts.emitCancelled([item]) }
    return permit
  }
}
