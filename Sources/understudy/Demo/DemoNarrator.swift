import Engine
import Foundation
import Model
import Sandbox

/// Tells the demo's day: a line for each thing that happens, with who, what and why; or the same as
/// JSON, one object a line.
struct DemoNarrator: Sendable {
  /// Names of people, groups and channels.
  let names: [PeerID: String]
  let json: Bool

  func scene(_ title: String, at instant: Timestamp) {
    if json { return emit(Line(event: "scene", at: instant, text: title)) }
    say("")
    say(styled("\(DemoDay.clockFace(instant))  \(title)", "1"))
  }

  func note(_ text: String, at instant: Timestamp) {
    if json { return emit(Line(event: "note", at: instant, text: text)) }
    line(instant, "·", styled(text, "2"))
  }

  /// Something reached the owner's account.
  func heard(_ arrival: Arrival, at instant: Timestamp) {
    guard !json else { return }
    let place = arrival.chat == .user(arrival.author) ? "" : " in \(name(arrival.chat))"
    line(instant, "←", "\(name(.user(arrival.author)))\(place): \(arrival.text)")
  }

  /// Something in the owner's name reached a contact.
  func arrived(_ arrival: Arrival, at observer: Int64, _ instant: Timestamp) {
    let to = arrival.chat == .user(arrival.author) ? PeerID.user(observer) : arrival.chat
    if json {
      return emit(
        Line(
          event: "arrival", at: instant, text: arrival.text, chat: to,
          randomID: arrival.randomID.map { String($0) }))
    }
    let hand = arrival.randomID == nil ? " (the owner's own hand)" : ""
    line(instant, "→", styled("to \(name(to)): \(arrival.text)", "32") + hand)
  }

  /// The twin tells what it decided.
  func told(_ event: EngineEvent) {
    if json { return emit(event) }
    switch event.kind {
    case .decision(let it): decided(it, at: event.at)
    case .cancelled(let it):
      line(event.at, " ", "taken back, for \(name(it.chat)): \(it.reason)")
    case .failed(let it): line(event.at, "!", "failed, for \(name(it.chat)): \(it.reason)")
    case .takeover(let it):
      line(
        event.at, " ",
        "the owner wrote to \(name(it.chat)): silent there until \(DemoDay.clockFace(it.until))")
    case .notice(let it): line(event.at, "!", "notice to the owner: \(it.text)")
    case .reload: line(event.at, " ", "rules reloaded")
    case .ready(let it):
      line(event.at, "·", styled("the twin is ready; \(it.pending) answers wait", "2"))
    case .error(let it): line(event.at, "!", it.message)
    default: break
    }
  }

  func end(_ summary: DemoLedger.Summary) {
    if json { return emit(summary) }
    say("")
    say(
      "\(summary.received) messages received: \(summary.answered) answered, "
        + "\(summary.ignored) left alone, \(summary.cancelled) taken back; "
        + "\(summary.duplicates) doubled, \(summary.lost) lost.")
    say(
      summary.isFlawless
        ? "Everything that arrived is what the plans said, each message once."
        : "What arrived is NOT what the plans said.")
  }

  // MARK: Inside

  private func decided(_ verdict: EngineEvent.Verdict, at instant: Timestamp) {
    let what = verdict.actions.isEmpty ? "nothing" : verdict.actions.joined(separator: ", ")
    let rule = verdict.rule.map { " by \($0)" } ?? ""
    let due = verdict.due.map { ", due \(DemoDay.clockFace($0))" } ?? ""
    line(instant, " ", styled("\(what)\(rule)\(due), because \(verdict.reason)", "36"))
  }

  private func name(_ peer: PeerID) -> String { names[peer] ?? peer.description }

  private func line(_ instant: Timestamp, _ sign: String, _ text: String) {
    say("\(DemoDay.clockFace(instant))  \(sign) \(text)")
  }

  private func styled(_ text: String, _ code: String) -> String {
    Terminal.hasColors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func say(_ text: String) { if !json { Terminal.say(text) } }

  private func emit(_ value: some Encodable) {
    do {
      try JSONLines.write(value)
    } catch {
      Terminal.note("understudy: standard output is closed: \(error)")
    }
  }

  private struct Line: Encodable {
    let event: String
    let at: Timestamp
    let text: String
    var chat: PeerID?
    var randomID: String?

    enum CodingKeys: String, CodingKey {
      case event, at, text, chat
      case randomID = "random_id"
    }
  }
}
