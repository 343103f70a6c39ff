import Model
import Rules
import Store

/// What becomes of an item that could not be done.
extension Performer {
  /// Below us a message may have been sent more than once, and only the last time refused or put off: before
  /// anything but `unreachable` is believed, the chat's history is asked.
  ///
  /// - Parameter isRetry: an earlier attempt may have arrived, whatever was said to this one.
  func handle(_ error: MessengerError, of item: OutboxItem, isRetry: Bool) async throws {
    // The engine is ending: the item goes on from here at the next start.
    if Task.isCancelled { return }
    let now = parts.clock.now
    switch error.code {
    case .unreachable:
      let until = now.advanced(by: Backoff.sending(attempt: item.attempts))
      try await postpone(item, until: until, reason: error.description)
    case .rateLimited(let seconds, let chatOnly):
      let until = now.advanced(by: .seconds(seconds))
      if !chatOnly, item.sendsMessage { _ = lanes.holdSending(until: until, at: now) }
      if !isRetry, try await settle(item) { return }
      try await postpone(item, until: until, reason: error.description, isUnsent: !isRetry)
    case .needsLogin:
      try await hold(item, for: Backoff.needsLogin, isRetry: isRetry, error)
    case .frozen:
      if !isRetry, try await settle(item) { return }
      try await hold(item, for: Backoff.frozen, isRetry: isRetry, error)
    case .paid where item.attachment != nil && item.voice == nil:
      if isRetry, try await settle(item) { return }
      try await fail(item, "it costs Stars there, and a file cannot be left as a draft")
    case .paid where item.action.isForward:
      if isRetry, try await settle(item) { return }
      try await fail(item, "it costs Stars there")
    case .paid:
      if isRetry, try await settle(item) { return }
      try await parts.store.turnIntoDraft(
        item.id, text: item.wholeText, reason: error.description)
      try await notices.post(
        "an answer to \(try await name(of: item)) costs Stars; it is left as a draft",
        once: "paid:\(item.id)", about: item.message)
    case .voiceForbidden where item.voice != nil:
      if isRetry, try await settle(item) { return }
      try await write(item, because: error.description)
    case .refused, .unknownPeer, .voiceForbidden:
      if try await settle(item) { return }
      try await fail(item, error.description)
    case .uploadLost:
      if try await settle(item) { return }
      guard item.refusals < Backoff.uploads else { return try await fail(item, error.description) }
      try await parts.store.forgetUpload(item.id, isUnsent: !isRetry)
      let until = now.advanced(by: Backoff.sending(attempt: item.refusals))
      try await postpone(item, until: until, reason: error.description)
    }
  }

  /// The account cannot send at all: everything is kept, and tried again after a while.
  private func hold(
    _ item: OutboxItem, for duration: Duration, isRetry: Bool, _ error: MessengerError
  ) async throws {
    let now = parts.clock.now
    let until = now.advanced(by: duration)
    if lanes.holdSending(until: until, at: now) {
      parts.emit(.error(EngineEvent.Problem(chat: nil, message: error.description)))
    }
    try await postpone(item, until: until, reason: error.description, isUnsent: !isRetry)
  }

  func postpone(
    _ item: OutboxItem, until: Timestamp, reason: String, refusals: Int? = nil,
    isUnsent: Bool = false
  ) async throws {
    try await parts.store.postpone(
      item.id, until: until, reason: reason, refusals: refusals, isUnsent: isUnsent)
    parts.emit(
      .postponed(
        EngineEvent.Postponed(
          chat: item.target, answers: item.message?.id, until: until, reason: reason)))
  }

  func cancel(_ item: OutboxItem, _ reason: String) async throws {
    let closed = try await parts.store.close(
      item.id, as: .cancelled, reason: reason, at: parts.clock.now)
    if let closed { parts.emitCancelled([closed]) }
  }

  /// The owner is told, since somebody waits for an answer that will not come.
  func fail(_ item: OutboxItem, _ reason: String) async throws {
    let closed = try await parts.store.close(
      item.id, as: .failed, reason: reason, at: parts.clock.now)
    guard let closed else { return }
    parts.emit(.failed(EngineEvent.Dropped(closed)))
    let name = try await name(of: item)
    let line: String
    if item.action.isForward {
      line = "a message was not forwarded to \(name): \(reason)"
    } else if item.lane == .row {
      line = "the rest of an answer to \(name) was not sent: \(reason)"
    } else if item.lane == .speech {
      line = "no answer to \(name): \(reason)"
    } else {
      return
    }
    try await notices.post(line, once: "failed:\(item.id)", about: item.message)
  }

  /// An answer that is overdue by more than the downtime policy allows is not sent any more. One that
  /// was attempted may have arrived; the chat's history tells.
  ///
  /// - Returns: whether the item is done with, or put off.
  func dropIfLate(_ item: OutboxItem) async throws -> Bool {
    let late = item.due.duration(to: parts.clock.now)
    let policy = book.current.account.downtime
    guard late > policy.answer else { return false }
    if item.state == .sending, try await settle(item) { return true }
    try await cancel(
      item, "it was due \(Wording.span(late)) ago, longer than the downtime policy allows")
    if policy.notify { backlog.noteOverdue() }
    return true
  }

  /// Looks in the chat's history for what an earlier attempt may have sent.
  ///
  /// - Returns: whether the item is done with, or put off because the history cannot be had now; false
  ///   if it did not arrive.
  private func settle(_ item: OutboxItem) async throws -> Bool {
    guard item.sendsMessage else { return false }
    do {
      let recent = try await parts.messenger.history(of: item.target, limit: 50, before: nil)
      for message in recent where message.isOutgoing {
        if let done = try await parts.store.confirm(item.id, ifItIs: message, at: parts.clock.now) {
          parts.emit(.sent(EngineEvent.Sent(done)))
          return true
        }
      }
      return false
    } catch let error as MessengerError {
      switch error.code {
      case .refused, .unknownPeer, .paid, .uploadLost, .voiceForbidden: return false
      case .unreachable, .rateLimited, .needsLogin, .frozen:
        try await handle(error, of: item, isRetry: true)
        return true
      }
    }
  }

  private func name(of item: OutboxItem) async throws -> String {
    let title = try await parts.chat(item.target).title
    return title.isEmpty ? item.target.description : title
  }
}

extension Action {
  var isForward: Bool { if case .forward = self { true } else { false } }

  /// The message is sent as a reply to the one it answers.
  var quotes: Bool {
    switch self {
    case .reply(_, let quotes), .file(_, _, let quotes): quotes
    case .aiReply(let composition): composition.quotes
    case .voiceReply(let reply): reply.composition.quotes
    case .draft, .aiDraft, .ignore, .react, .markRead, .notify, .escalate, .forward, .label,
      .remember:
      false
    }
  }
}
