package import Model

/// Something the engine did or learnt, for whoever watches: a log, `run --events`, the demo, a page.
///
/// Events report what is already stored; nothing depends on their being received. One event is one
/// flat JSON object: `{"event": "sent", "at": "2026-03-02T09:15:00.000Z", "chat": "u:5", …}`.
package struct EngineEvent: Sendable, Hashable {
  package var at: Timestamp
  package var kind: Kind

  package init(at: Timestamp, kind: Kind) {
    self.at = at
    self.kind = kind
  }

  package enum Kind: Sendable, Hashable {
    /// The engine runs; what a crash left behind has been taken up.
    case ready(Ready)
    /// A message was stored and waits for its decision.
    case message(Arrival)
    case decision(Verdict)
    /// A model wrote the text of an answer; it is stored.
    case composed(Composed)
    /// What is said in an incoming sound was heard; it is stored.
    case heard(Heard)
    /// The text of an answer was spoken; it is stored.
    case spoken(Spoken)
    /// Something visible that goes before or beside an answer: read, typing, recording, react, draft.
    case acted(Act)
    case sent(Sent)
    /// Something that was planned will not happen.
    case cancelled(Dropped)
    /// Telegram or the model refused for good.
    case failed(Dropped)
    /// Not now, but later.
    case postponed(Postponed)
    /// A stored message has another content.
    case edited(Change)
    case deleted(Removal)
    case reacted(Reacted)
    /// A chat was read, by the owner or by the other side.
    case read(Mark)
    /// Somebody is writing, recording and the like, or has left off.
    case typing(Doing)
    /// Somebody came online or went, the owner among them.
    case presence(Whereabouts)
    /// What the owner has begun to write at another device.
    case draft(Draft)
    /// Telegram no longer tells all that happened; what was fetched instead.
    case gap(Missing)
    /// The owner wrote in a chat, and the twin is silent there.
    case takeover(Takeover)
    case killed(Halt)
    case resumed(Halt)
    case reload(Reload)
    /// A line to the owner was queued.
    case notice(Notice)
    /// Something about the account that the owner must see; a line to them was queued.
    case alert(Notice)
    case error(Problem)
    /// A rule's `log`.
    case log(Note)
  }
}

/// Where the engine reports. Called in the order of what happened, synchronously: it must be quick.
package typealias EventSink = @Sendable (EngineEvent) -> Void

extension EngineEvent {
  package struct Ready: Sendable, Hashable, Codable {
    package var account: AccountID
    package var owner: String
    /// The fingerprint of the rule set.
    package var rules: String
    /// Outbox items taken over from before.
    package var pending: Int
    /// Stored messages that have no decision yet.
    package var undecided: Int
    package var halted: Bool
  }

  package struct Arrival: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var message: Int32
    package var title: String
    package var sender: PeerID?
    package var from: String?
    package var text: String
    package var media: Media.Kind?
    package var monitor: String
  }

  package struct Verdict: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var message: Int32
    /// The rule that claimed speech, or else the first that claimed anything.
    package var rule: String?
    /// The names of the planned actions, in order.
    package var actions: [String]
    package var due: Timestamp?
    package var reason: String
    /// The host guard that stopped everything.
    package var `guard`: GuardStop.Kind?
  }

  package struct Composed: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var answers: Int32?
    package var model: String
    package var text: String
  }

  package struct Heard: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var message: Int32
    package var model: String
    package var text: String
  }

  package struct Spoken: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var answers: Int32?
    package var model: String
    package var bytes: Int
    package var text: String
  }

  package struct Act: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var answers: Int32?
    /// `read`, `typing`, `recording`, `written` (what was to be spoken), `react`, `mark_read`, `draft`.
    package var action: String
    package var text: String?
  }

  package struct Sent: Sendable, Hashable, Codable {
    package var chat: PeerID
    /// Nil if the server only said that it had it already.
    package var message: Int32?
    package var randomID: Int64
    /// The message that this answers; nil for a line to the owner.
    package var answers: Int32?
    package var rule: String
    package var text: String
    package var attempts: Int

    package enum CodingKeys: String, CodingKey {
      case chat, message, answers, rule, text, attempts
      case randomID = "random_id"
    }
  }

  package struct Dropped: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var answers: Int32?
    package var rule: String
    package var action: String
    package var reason: String
  }

  package struct Postponed: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var answers: Int32?
    package var until: Timestamp
    package var reason: String
  }

  package struct Takeover: Sendable, Hashable, Codable {
    package var chat: PeerID
    /// The owner's message.
    package var message: Int32
    package var until: Timestamp
    package var cancelled: Int
  }

  package struct Halt: Sendable, Hashable, Codable {
    package var cancelled: Int
  }

  package struct Reload: Sendable, Hashable, Codable {
    package var rules: String
    package var kept: Int
    package var again: Int
    package var cancelled: Int
  }

  package struct Notice: Sendable, Hashable, Codable {
    package var text: String
    package var rule: String?
  }

  package struct Problem: Sendable, Hashable, Codable {
    package var chat: PeerID?
    package var message: String
  }

  package struct Note: Sendable, Hashable, Codable {
    package var rule: String
    package var text: String
  }
}
