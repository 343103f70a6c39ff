/// What a rule asks the host to do. Plain data: it can be stored, shown, compared and replayed. What is
/// large stands apart, so that a claim is cheap to hand about.
package enum Action: Sendable, Hashable, Codable {
  /// Sends this text.
  case reply(text: String, quotes: Bool)
  /// Lets a model write the answer, then sends it.
  indirect case aiReply(Composition)
  /// Sends a file; the caption may be empty.
  indirect case file(Attachment, caption: String, quotes: Bool)
  /// Speaks a text, the rule's or a model's, and sends it as a voice note.
  indirect case voiceReply(VoiceReply)
  /// Leaves this text in the input box of the chat, on all of the owner's devices.
  case draft(text: String)
  /// Lets a model write the answer and leaves it as a draft.
  indirect case aiDraft(Composition)
  /// Nobody answers.
  case ignore
  case react(emoji: String)
  case markRead
  /// A line to the owner, in Saved Messages.
  case notify(text: String)
  /// The same, again and again until they react.
  indirect case escalate(Escalation)
  /// The message goes on to another chat.
  indirect case forward(Forwarding)
  /// Its sender gets tags, or loses some.
  indirect case label(Labelling)
  /// Something is kept for later.
  indirect case remember(Fact)
}

extension Action {
  /// The claims of one slot exclude each other; ``Slot/free`` holds any number.
  package enum Slot: String, Sendable, Codable, CaseIterable {
    case speech, reaction, read, free
  }

  package var slot: Slot {
    switch self {
    case .reply, .aiReply, .voiceReply, .file, .draft, .aiDraft, .ignore: .speech
    case .react: .reaction
    case .markRead: .read
    case .notify, .escalate, .forward, .label, .remember: .free
    }
  }

  /// The name that rule files and reports use.
  package var name: String {
    switch self {
    case .reply: "reply"
    case .aiReply: "ai_reply"
    case .voiceReply: "voice_reply"
    case .file: "file"
    case .draft: "draft"
    case .aiDraft: "ai_draft"
    case .ignore: "ignore"
    case .react: "react"
    case .markRead: "mark_read"
    case .notify: "notify"
    case .escalate: "escalate"
    case .forward: "forward"
    case .label: "label"
    case .remember: "remember"
    }
  }

  /// Something leaves for the chat in the owner's name.
  package var speaksToChat: Bool {
    switch self {
    case .reply, .aiReply, .voiceReply, .file: true
    case .draft, .aiDraft, .ignore, .react, .markRead, .notify, .escalate, .forward, .label,
      .remember:
      false
    }
  }
}

extension Action {
  /// What a model is to write it from; nil if none is asked.
  package var composition: Composition? {
    switch self {
    case .aiReply(let composition), .aiDraft(let composition): composition
    case .voiceReply(let reply): reply.text == nil ? reply.composition : nil
    case .reply, .file, .draft, .ignore, .react, .markRead, .notify, .escalate, .forward, .label,
      .remember:
      nil
    }
  }
}

/// What a model needs to write one answer.
package struct Composition: Sendable, Hashable, Codable {
  package var persona: Persona
  /// What the rule adds for this answer; the owner's words, never a contact's.
  package var instruction: String?
  /// How many earlier messages of the chat the model sees.
  package var historyLength: Int
  package var quotes: Bool

  package init(
    persona: Persona, instruction: String? = nil, historyLength: Int = 20, quotes: Bool = false
  ) {
    self.persona = persona
    self.instruction = instruction
    self.historyLength = historyLength
    self.quotes = quotes
  }
}

/// A persona as it stood when the decision was made: `extends` resolved, nothing left to look up.
package struct Persona: Sendable, Hashable, Codable {
  package var name: String
  /// May hold `{{owner.first_name}}` and the like, filled in when the prompt is written.
  package var system: String
  package var language: String?
  package var model: String?
  /// 0 to 2.
  package var temperature: Double?
  /// The most characters of an answer; longer ones are cut at a sentence.
  package var maximumLength: Int?
  /// An answer that holds one of these is not sent.
  package var never: [String]
  /// Nil: it has no voice.
  package var speaking: Speaking?
  /// Nil: what is said where nothing else is given.
  package var disclosure: Disclosure?
  /// How many of the owner's own earlier messages in the chat the model sees, for the manner.
  package var examples: Int?
  /// How much of the owner's learnt style the model is told, 0 to 1; nil: none.
  package var learnt: Double?
  /// Whether an answer may be sent in several messages in a row, as the owner does; nil: it may.
  package var rows: Bool?
  /// Which variant of the persona it is, if it has any.
  package var variant: String?

  /// What a persona says of itself. May hold `{{owner.first_name}}` and the like.
  package struct Disclosure: Sendable, Hashable, Codable {
    /// To somebody who asks whether they talk to a machine.
    package var asked: String?
    /// Before the first answer in a chat.
    package var first: String?

    package init(asked: String? = nil, first: String? = nil) {
      self.asked = asked
      self.first = first
    }
  }

  package init(
    name: String, system: String, language: String? = nil, model: String? = nil,
    temperature: Double? = nil, maximumLength: Int? = nil, never: [String] = [],
    speaking: Speaking? = nil
  ) {
    self.name = name
    self.system = system
    self.language = language
    self.model = model
    self.temperature = temperature
    self.maximumLength = maximumLength
    self.never = never
    self.speaking = speaking
  }
}
