package import Model
package import Rules
package import Store

/// What an engine is put together from.
package struct EngineParts: Sendable {
  package var account: AccountID
  /// The owner, as Telegram shows them to themselves.
  package var owner: Contact
  package var store: Store
  package var rules: any Rulings
  package var messenger: any Messenger
  package var model: any TextModel
  /// Answers where a budget is used up; nil: nobody does.
  package var offline: (any TextModel)?
  package var clock: WallClock
  /// What it hears and speaks with; nil: nothing.
  package var voice: VoiceParts?
  /// What rules reach the web by; nil: not at all.
  package var web: (any WebClient)?
  /// What rules call Telegram by; nil: not at all.
  package var methods: (any MethodCaller)?
  /// The secret of a name, if it is set.
  package var secrets: @Sendable (String) -> Secret<String>?
  /// Draws random ids for messages; any number but zero.
  package var randomID: @Sendable () -> Int64
  package var events: EventSink
  package var onStep: StepHook
  /// Counts what rules do; nil: nobody does.
  package var meter: RuleMeter?

  package init(
    account: AccountID, owner: Contact, store: Store, rules: any Rulings,
    messenger: any Messenger, model: any TextModel, offline: (any TextModel)? = nil,
    clock: WallClock = .system, voice: VoiceParts? = nil, web: (any WebClient)? = nil,
    methods: (any MethodCaller)? = nil,
    secrets: @escaping @Sendable (String) -> Secret<String>? = { _ in nil },
    randomID: @escaping @Sendable () -> Int64 = { Int64.random(in: 1 ... .max) },
    events: @escaping EventSink = { _ in }, onStep: @escaping StepHook = { _, _ in },
    meter: RuleMeter? = nil
  ) {
    self.account = account
    self.owner = owner
    self.store = store
    self.rules = rules
    self.messenger = messenger
    self.model = model
    self.offline = offline
    self.methods = methods
    self.clock = clock
    self.voice = voice
    self.web = web
    self.secrets = secrets
    self.randomID = randomID
    self.events = events
    self.onStep = onStep
    self.meter = meter
  }
}

/// The boundaries at which a crash could lose or double something.
package enum EngineStep: String, Sendable, Hashable, CaseIterable {
  /// The rules have decided; nothing of it is stored.
  case beforeStore
  /// Decision, items and random ids are on disk.
  case afterStore
  /// The model has answered; the text is not stored.
  case beforeComposedStored
  case afterComposedStored
  /// The text was spoken and the sound lies on the disk; that is not stored.
  case beforeSpokenStored
  case afterSpokenStored
  /// The file that leaves with the message is to be brought to the server.
  case beforeUpload
  /// The server has it; that is not stored.
  case beforeUploadStored
  case afterUploadStored
  /// The item stands as `sending`; Telegram knows nothing.
  case beforeSend
  /// Telegram has answered; the answer is not stored.
  case afterAnswer
  /// The item stands as `sent`.
  case afterSent

  /// Reached only where a file is sent.
  package var isOfFiles: Bool {
    switch self {
    case .beforeUpload, .beforeUploadStored, .afterUploadStored: true
    case .beforeSpokenStored, .afterSpokenStored: true
    case .beforeStore, .afterStore, .beforeComposedStored, .afterComposedStored, .beforeSend,
      .afterAnswer, .afterSent:
      false
    }
  }

  /// Reached only where something is spoken.
  package var isOfVoices: Bool { self == .beforeSpokenStored || self == .afterSpokenStored }
}

/// Called at each boundary, before the engine goes on; for tests that end it there. What it throws
/// ends the step as a crash would, with nothing more written.
package typealias StepHook =
  @Sendable (_ step: EngineStep, _ message: MessageReference?) async throws -> Void
