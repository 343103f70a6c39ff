import Engine
import Foundation
import Logging
import Model

/// Where a run tells what it does: a line for people on standard error, and with `--events` the same
/// as JSON on standard output.
struct RunReport: Sendable {
  let logger: Logger
  /// Nil without `--events`.
  let events: EventWriter?

  func take(_ event: EngineEvent) {
    do {
      try events?.write(event)
    } catch {
      logger.error("an event cannot be written: \(error)")
    }
    logger.log(level: event.level, "\(Printable.line(event.sentence))")
  }
}

extension EngineEvent {
  fileprivate var level: Logger.Level {
    switch kind {
    case .error, .failed: .error
    case .killed, .postponed, .alert, .gap: .warning
    case .acted, .composed, .heard, .spoken, .read, .typing, .presence, .draft: .debug
    default: .info
    }
  }

  /// The event in one sentence for a person.
  var sentence: String {
    switch kind {
    case .ready(let it):
      "ready as \(it.owner): \(it.pending) answers wait, \(it.undecided) messages undecided"
        + (it.halted ? "; the kill switch is on" : "")
    case .message(let it):
      "\(it.from ?? it.title) in \(it.chat)/\(it.message): \(it.media.map { "[\($0.rawValue)] " } ?? "")\(it.text)"
    case .decision(let it):
      "\(it.chat)/\(it.message): \(it.actions.isEmpty ? "nothing" : it.actions.joined(separator: ", "))"
        + (it.rule.map { " by \($0)" } ?? "") + (it.due.map { ", due \($0)" } ?? "")
        + " (\(it.reason))"
    case .composed(let it): "\(it.model) wrote for \(it.chat): \(it.text)"
    case .heard(let it): "\(it.model) heard in \(it.chat)/\(it.message): \(it.text)"
    case .spoken(let it):
      "\(it.model) spoke for \(it.chat), \(it.bytes) bytes: \(it.text)"
    case .acted(let it): "\(it.action) in \(it.chat)\(it.text.map { ": \($0)" } ?? "")"
    case .sent(let it): "sent to \(it.chat) by \(it.rule): \(it.text)"
    case .cancelled(let it): "cancelled \(it.action) in \(it.chat) by \(it.rule): \(it.reason)"
    case .failed(let it): "failed \(it.action) in \(it.chat) by \(it.rule): \(it.reason)"
    case .postponed(let it): "postponed in \(it.chat) until \(it.until): \(it.reason)"
    case .takeover(let it):
      "the owner wrote in \(it.chat): silent there until \(it.until), \(it.cancelled) cancelled"
    case .edited, .deleted, .reacted, .read, .typing, .presence, .draft, .gap: observation
    case .killed(let it): "stopped by the owner; \(it.cancelled) answers cancelled"
    case .resumed: "started again by the owner"
    case .reload(let it):
      "rules reloaded: \(it.kept) pending kept, \(it.again) decided again, \(it.cancelled) cancelled"
    case .notice(let it): "notice to the owner: \(it.text)"
    case .alert(let it): it.text
    case .error(let it): it.message
    case .log(let it): "\(it.rule) logs: \(it.text)"
    }
  }
}

extension EngineEvent {
  /// What others did, and the owner elsewhere.
  private var observation: String {
    switch kind {
    case .edited(let it):
      "\(it.chat)/\(it.message) was changed: \(it.media.map { "[\($0.rawValue)] " } ?? "")\(it.text)"
    case .deleted(let it):
      "\(it.chat): messages deleted: \(it.messages.map(String.init).joined(separator: ", "))"
    case .reacted(let it):
      "reactions to \(it.chat)/\(it.message): "
        + (it.reactions.isEmpty
          ? "none" : it.reactions.map { "\($0.reaction) \($0.count)" }.joined(separator: ", "))
    case .read(let it):
      "\(it.by == .owner ? "the owner" : "the other side") read \(it.chat) up to \(it.upTo)"
    case .typing(let it): "\(it.user) in \(it.chat): \(it.activity.rawValue)"
    case .presence(let it): "\(it.user) is \(it.state.rawValue)"
    case .draft(let it): "the owner's draft in \(it.chat): \(it.text)"
    case .gap(let it):
      "Telegram no longer tells all that happened in \(it.chat?.description ?? "private chats and groups") "
        + "\(it.from.map { "since \($0)" } ?? "before now"): \(it.messages) messages of \(it.chats) chats "
        + "were fetched, \(it.complete ? "all there are" : "others may be missing")"
    default: ""
    }
  }
}
