import Model
import Scripting

/// Makes claims of what rules ask for: names looked up, templates filled in, delays sampled.
struct ActionResolver {
  let rule: CompiledRule
  let shared: SharedInput
  let set: RuleSet
  /// What the functions of delays have answered, in seconds by the delay's name.
  let noticed: [String: Double]

  private var input: DecisionInput { shared.input }

  /// - Throws: ``RuleFailure`` for a name that is not declared.
  func claim(_ request: ActionRequest, place: ScriptLocation) throws -> Claim {
    let action = try action(request, place: place)
    var curve = rule.delay
    if let name = request.delay {
      guard let named = set.book.delays[name] else {
        throw RuleFailure(place: place, message: "delay \"\(name)\" is not declared")
      }
      curve = named
    }
    return Claim(
      rule: rule.id, action: action, pace: try pace(of: action, curve: curve, place: place))
  }

  private func action(_ request: ActionRequest, place: ScriptLocation) throws -> Action {
    switch request.name {
    case "reply": return .reply(text: text(of: request), quotes: request.quotes)
    case "draft": return .draft(text: text(of: request))
    case "notify": return .notify(text: text(of: request))
    case "react": return .react(emoji: text(of: request))
    case "mark_read": return .markRead
    case "ignore": return .ignore
    case "ai_reply": return .aiReply(try composition(request, place: place))
    case "voice_reply": return .voiceReply(try voiceReply(request, place: place))
    case "ai_draft": return .aiDraft(try composition(request, place: place))
    default: return try doing(request, place: place)
    }
  }

  /// What says nothing to the chat.
  private func doing(_ request: ActionRequest, place: ScriptLocation) throws -> Action {
    guard let details = request.details else {
      throw RuleFailure(place: place, message: "\"\(request.name)\" is no action")
    }
    for target in request.targets where isHere(target) {
      throw RuleFailure(
        place: place,
        message: "\(request.name): the message is in \(target) itself; leave that chat out in when")
    }
    switch request.name {
    case "forward":
      return .forward(Forwarding(to: request.text ?? "", hidesSender: details.hidesSender))
    case "label": return .label(try labelling(details, place: place))
    case "remember":
      let about = input.sender == nil ? .chat : details.about ?? .sender
      return .remember(
        Fact(
          text(of: request).shortened(to: FactLimits.longest), about: about, name: details.name,
          ttl: details.ttl))
    default:
      return .escalate(
        Escalation(
          text: text(of: request), after: details.steps,
          forward: details.lastResort.map { Forwarding(to: $0) }))
    }
  }

  private func isHere(_ target: String) -> Bool {
    PeerSelector(.string(target)).map { $0.fits(input.chat) } ?? false
  }

  private func labelling(
    _ details: ActionDetails, place: ScriptLocation
  ) throws -> Labelling {
    guard input.sender != nil else {
      throw RuleFailure(place: place, message: "label: nobody is named as the message's sender")
    }
    let labelling = Labelling(add: details.tags, remove: details.removedTags)
    guard labelling.applied(to: input.tags).count <= Labelling.most else {
      throw RuleFailure(
        place: place,
        message: "label: the sender would carry more than \(Labelling.most) tags; remove some")
    }
    return labelling
  }

  private func voiceReply(
    _ request: ActionRequest, place: ScriptLocation
  ) throws -> VoiceReply {
    let composition = try composition(request, place: place)
    let text = request.text == nil ? nil : text(of: request)
    let name = composition.persona.name
    switch composition.persona.speaking {
    case _ where !request.isSpoken:
      return VoiceReply(composition, text: text, written: "rule \(rule.id) has its voice off")
    case .off?:
      return VoiceReply(composition, text: text, written: "persona \(name) has its voice off")
    case nil: throw RuleFailure(place: place, message: Self.voiceless(name))
    case .voice?: return VoiceReply(composition, text: text)
    }
  }

  static func voiceless(_ persona: String) -> String {
    "voice_reply names persona \"\(persona)\", which has no voice"
  }

  private func text(of request: ActionRequest) -> String {
    request.template?.filled { Template.value($0, for: shared.input) } ?? request.text ?? ""
  }

  private func composition(
    _ request: ActionRequest, place: ScriptLocation
  ) throws -> Composition {
    guard let name = request.persona, let resolved = set.book.personas[name] else {
      throw RuleFailure(
        place: place, message: "persona \"\(request.persona ?? "")\" is not declared")
    }
    let persona = resolved.chosen(for: input.chat.id, account: input.message.account)
    // Only the owner's names are filled into instructions, never a contact's words.
    let owner = { (text: String) in
      Template.fill(text) { Template.value($0, owner: shared.input.owner) }
    }
    let instruction = request.instruction.map { request.isTemplate ? owner($0) : $0 }
    return Composition(
      persona: persona.filled(for: shared.input.owner), instruction: instruction,
      historyLength: request.history, quotes: request.quotes)
  }

  private func pace(
    of action: Action, curve: DelayCurve?, place: ScriptLocation
  ) throws -> Pace? {
    switch action {
    case .reply, .aiReply, .voiceReply, .file, .react, .markRead: break
    case .draft, .aiDraft, .ignore, .notify, .escalate, .forward, .label, .remember: return nil
    }
    guard let curve = curve ?? rule.deferral.map({ _ in DelayCurve(name: "") }) else { return nil }
    let message = shared.input.message
    var generator = SeededGenerator(
      seeds: message.account.rawValue, message.chat.marked, Int64(message.id), rule.seed)
    return curve.sample(
      arrival: try start(rule.deferral ?? curve.deferral, place: place),
      incoming: message.text.length, outgoing: action.expectedLength,
      noticed: noticed[curve.name], using: &generator)
  }

  /// When the pace begins. Hours that never come would hold an answer for ever; that none is sent at
  /// all is a failure of the rule, so that somebody hears of it.
  private func start(_ deferral: Deferral?, place: ScriptLocation) throws -> Timestamp {
    guard let deferral else { return arrival }
    guard let start = deferral.start(from: arrival, for: shared.input.sender) else {
      let edge = deferral.edge == .opening ? "open" : "close"
      throw RuleFailure(
        place: place, message: "hours \"\(deferral.hours.name)\" do not \(edge) within two years")
    }
    return start
  }

  /// A message from a backlog counts as seen when it is decided first.
  private var arrival: Timestamp {
    let date = shared.input.message.date
    let seen = shared.input.firstDecided ?? shared.input.now
    return date.duration(to: seen) > .seconds(60) ? seen : date
  }
}

extension Action {
  /// Characters that will have to be typed: known, or half of what the persona may write at most.
  fileprivate var expectedLength: Int {
    switch self {
    case .reply(let text, _), .draft(let text), .notify(let text): text.length
    case .aiReply(let composition), .aiDraft(let composition):
      composition.expectedLength
    case .voiceReply(let reply): reply.text?.length ?? reply.composition.expectedLength
    case .file(_, let caption, _): caption.length
    case .ignore, .react, .markRead, .escalate, .forward, .label, .remember: 0
    }
  }
}

extension Composition {
  fileprivate var expectedLength: Int { min(persona.maximumLength ?? 240, 600) / 2 }
}

extension Persona {
  /// With the owner's names in place of their placeholders.
  func filled(for owner: Contact) -> Persona {
    var persona = self
    func fill(_ text: String) -> String {
      Template.fill(text) { Template.value($0, owner: owner) }
    }
    persona.system = fill(system)
    persona.disclosure = disclosure.map {
      Disclosure(asked: $0.asked.map(fill), first: $0.first.map(fill))
    }
    return persona
  }
}
