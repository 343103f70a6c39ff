package import Model

// What is told of others' and the owner's doings, in chats that a monitor covers.

extension EngineEvent {
  package struct Change: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var message: Int32
    package var text: String
    package var media: Media.Kind?

    init(_ message: Message) {
      chat = message.chat
      self.message = message.id
      text = message.text
      media = message.media?.kind
    }
  }

  package struct Removal: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var messages: [Int32]
  }

  package struct Reacted: Sendable, Hashable, Codable {
    package struct Count: Sendable, Hashable, Codable {
      package var reaction: String
      package var count: Int32
      /// The owner's is among them.
      package var own: Bool
    }

    package var chat: PeerID
    package var message: Int32
    /// All reactions to the message, as they are now.
    package var reactions: [Count]
    /// Who reacted, as far as Telegram tells.
    package var by: [PeerID]

    init(chat: PeerID, message: Int32, _ reactions: Reactions) {
      self.chat = chat
      self.message = message
      self.reactions = reactions.counts.map {
        Count(reaction: $0.reaction, count: $0.count, own: $0.isOwn)
      }
      by = reactions.givers.map(\.peer)
    }
  }

  package struct Mark: Sendable, Hashable, Codable {
    package enum Reader: String, Sendable, Codable { case owner, other }

    package var chat: PeerID
    package var upTo: Int32
    package var by: Reader
    /// A forum topic or comment thread; nil: the chat.
    package var thread: Int32?

    package enum CodingKeys: String, CodingKey {
      case chat, by, thread
      case upTo = "up_to"
    }
  }

  package struct Doing: Sendable, Hashable, Codable {
    package var chat: PeerID
    package var user: Int64
    package var activity: Activity
  }

  package struct Whereabouts: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Codable {
      case online, offline, recently
      case withinWeek = "within_week"
      case withinMonth = "within_month"
      case hidden
    }

    package var user: Int64
    package var state: State
    /// Of `online`: counts until then.
    package var until: Timestamp?
    /// Of `offline`.
    package var since: Timestamp?

    init(user: Int64, _ presence: Presence) {
      self.user = user
      switch presence {
      case .online(let instant): (state, until) = (.online, instant)
      case .offline(let instant): (state, since) = (.offline, instant)
      case .recently: state = .recently
      case .withinWeek: state = .withinWeek
      case .withinMonth: state = .withinMonth
      case .hidden: state = .hidden
      }
    }
  }

  package struct Draft: Sendable, Hashable, Codable {
    package var chat: PeerID
    /// Empty: it was sent or taken away.
    package var text: String
  }

  package struct Missing: Sendable, Hashable, Codable {
    /// Nil: private chats and groups.
    package var chat: PeerID?
    /// Up to then everything is known.
    package var from: Timestamp?
    package var to: Timestamp
    /// Chats with something new, and messages that were fetched from them.
    package var chats: Int
    package var messages: Int
    /// No message is missing.
    package var complete: Bool

    init(_ gap: Gap) {
      chat = gap.chat
      from = gap.from
      to = gap.to
      chats = gap.chats
      messages = gap.messages
      complete = gap.isComplete
    }
  }
}

extension EngineEvent.Problem {
  init(_ stall: Stall) {
    self.init(
      chat: stall.chat,
      message: "Telegram was asked \(stall.requests) times what was missed, and does not tell: "
        + "\(stall.reason) Nothing is lost; it is asked again, twice a minute at most.")
  }
}
