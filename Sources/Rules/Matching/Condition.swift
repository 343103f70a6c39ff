import Model

/// One part of a rule's `when`, resolved, with the sentence that explains why it did not fit. The
/// sentences are made once, at load: a decision only points to them.
struct Condition: Sendable {
  enum Test: Sendable {
    /// Indices.
    case monitor(Set<Int>)
    case chat([PeerSelector])
    case kind(Set<Chat.Kind>)
    case sender([PeerSelector])
    case contact(Bool)
    case tag([String])
    case seenBefore(Bool)
    case bot(Bool)
    case text(WordPattern)
    case language(Set<String>)
    case question(Bool)
    case mention(Bool)
    case replyToMe(Bool)
    case forwarded(Bool)
    case media(WhenDeclaration.Media)
    case inside([HoursTable])
    case outside([HoursTable])
    /// Characters.
    case length(ClosedRange<Int>)
    case filter(NamedFilter)
    case all([[Condition]])
    case any([[Condition]])
    case none([[Condition]])
  }

  let test: Test
  let why: String

  func holds(_ context: MatchContext) -> Bool {
    let message = context.shared.input.message
    return switch test {
    case .monitor(let wanted): context.monitors.contains { wanted.contains($0) }
    case .chat(let chats): chats.contains { $0.fits(context.shared.input.chat) }
    case .kind(let kinds): kinds.contains(context.kind)
    case .sender(let people):
      context.shared.input.sender.map { sender in people.contains { $0.fits(sender) } } ?? false
    case .contact(let wanted): (context.shared.input.sender?.isContact ?? false) == wanted
    case .tag(let wanted): context.shared.input.tags.contains { wanted.contains($0) }
    case .seenBefore(let wanted): context.shared.input.isSeenBefore == wanted
    case .bot(let wanted): (context.shared.input.sender?.isBot ?? false) == wanted
    case .text(let pattern): context.matches(pattern)
    case .language(let wanted):
      wanted.contains(context.language() ?? LanguageGuess.unknown)
    case .question(let wanted): context.isQuestion() == wanted
    case .mention(let wanted): (message.mentionsOwner || message.repliesToOwner) == wanted
    case .replyToMe(let wanted): message.repliesToOwner == wanted
    case .forwarded(let wanted): message.isForwarded == wanted
    case .media(.any): message.media != nil
    case .media(.none): message.media == nil
    case .media(.kinds(let kinds)):
      message.media.map { kinds.contains($0.kind.rawValue) } ?? false
    case .length(let range): range.contains(message.text.count)
    case .filter(let filter): context.passes(filter)
    case .all(let branches): branches.allSatisfy { Self.hold($0, context) }
    case .any(let branches): branches.contains { Self.hold($0, context) }
    case .none(let branches): !branches.contains { Self.hold($0, context) }
    case .inside(let hours):
      hours.contains { $0.isOpen(at: context.shared.input.now, for: context.shared.input.sender) }
    case .outside(let hours):
      !hours.contains { $0.isOpen(at: context.shared.input.now, for: context.shared.input.sender) }
    }
  }

  static func hold(_ conditions: [Condition], _ context: MatchContext) -> Bool {
    conditions.allSatisfy { $0.holds(context) }
  }
}
