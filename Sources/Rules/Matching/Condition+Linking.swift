import Model

/// What the names in conditions stand for; names that are missing were reported before.
struct ConditionNames {
  /// Positions.
  var monitors: [String: Int]
  var hours: [String: HoursTable]
  var filters: [String: NamedFilter] = [:]
}

extension WhenDeclaration {
  /// The resolved conditions, the cheapest first.
  ///
  /// - Parameter leavesBots: whether bots do not fit unless something in it names them.
  func conditions(_ names: ConditionNames, leavesBots: Bool = false) -> [Condition] {
    let hours = names.hours
    var conditions: [Condition] = []
    func add(_ test: Condition.Test, _ why: @autoclosure () -> String) {
      conditions.append(Condition(test: test, why: why()))
    }
    if !self.monitors.isEmpty {
      add(
        .monitor(Set(self.monitors.compactMap { names.monitors[$0] })),
        "not covered by monitor \(Self.names(self.monitors))")
    }
    if !chats.isEmpty { add(.chat(chats), "another chat than \(Self.peers(chats))") }
    if !kinds.isEmpty {
      add(.kind(Set(kinds.compactMap(Chat.Kind.init))), "the chat is not \(Self.names(kinds))")
    }
    if !senders.isEmpty { add(.sender(senders), "not from \(Self.peers(senders))") }
    if let contact {
      add(.contact(contact), contact ? "the sender is no contact" : "the sender is a contact")
    }
    if !tags.isEmpty { add(.tag(tags), "the sender is not tagged \(Self.names(tags))") }
    add(
      flag: seenBefore, Condition.Test.seenBefore, "the sender is new here",
      "the sender has written here before")
    if let wanted = bot ?? (leavesBots && !namesBots ? false : nil) {
      let hint = bot == nil ? ", and neither bot, sender, chat nor kind names it" : ""
      add(.bot(wanted), wanted ? "the sender is no bot" : "the sender is a bot\(hint)")
    }
    add(
      flag: mention, Condition.Test.mention, "the owner is not mentioned", "the owner is mentioned")
    add(
      flag: replyToMe, Condition.Test.replyToMe, "no answer to the owner", "an answer to the owner")
    add(flag: forwarded, Condition.Test.forwarded, "not forwarded", "forwarded")
    if let media { add(.media(media), Self.why(media)) }
    if !self.hours.isEmpty {
      add(
        .inside(self.hours.compactMap { hours[$0] }), "not within hours \(Self.names(self.hours))")
    }
    if !outside.isEmpty {
      add(.outside(outside.compactMap { hours[$0] }), "within hours \(Self.names(outside))")
    }
    if let length { add(.length(length), Self.why(length)) }
    add(flag: question, Condition.Test.question, "not a question", "a question")
    if let text {
      add(.text(text), "none of the words \(Self.few(text.texts.map { "\"\($0)\"" }))")
    }
    if !languages.isEmpty {
      add(.language(Set(languages)), "not written in \(languages.joined(separator: ", "))")
    }
    for filter in filters {
      guard let named = names.filters[filter] else { continue }
      add(.filter(named), "filter \"\(filter)\" does not let it pass")
    }
    let resolved = { (branches: [Branch]) in branches.map { $0.conditions(names) } }
    if !all.isEmpty { add(.all(resolved(all)), "not all of \(Self.list(all))") }
    if !any.isEmpty { add(.any(resolved(any)), "none of \(Self.list(any))") }
    if !none.isEmpty { add(.none(resolved(none)), "one of \(Self.list(none))") }
    return conditions

    func add(
      flag: Bool?, _ test: (Bool) -> Condition.Test, _ whyWanted: String, _ whyUnwanted: String
    ) {
      if let flag { add(test(flag), flag ? whyWanted : whyUnwanted) }
    }
  }

  /// Bots are answered only where the rule names them: by kind, chat or sender.
  private var namesBots: Bool {
    !senders.isEmpty || !chats.isEmpty || kinds.contains("bot")
  }

  private static func list(_ branches: [Branch]) -> String {
    branches.map { branch in
      if case .filter(let name) = branch { "\"\(name)\"" } else { "{...}" }
    }.joined(separator: ", ")
  }

  private static func why(_ length: ClosedRange<Int>) -> String {
    length.upperBound == .max
      ? "shorter than \(length.lowerBound) characters"
      : "not \(length.lowerBound) to \(length.upperBound) characters long"
  }

  private static func names(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// The first six, and how many more there are.
  private static func few(_ texts: [String]) -> String {
    let rest = texts.count - 6
    return texts.prefix(6).joined(separator: ", ") + (rest > 0 ? ", … (\(rest) more)" : "")
  }

  private static func peers(_ peers: [PeerSelector]) -> String {
    few(peers.map(\.description))
  }

  private static func why(_ media: Media) -> String {
    switch media {
    case .any: "no media"
    case .none: "there is media"
    case .kinds(let kinds): "no \(kinds.sorted().joined(separator: ", "))"
    }
  }
}

extension WhenDeclaration.Branch {
  fileprivate func conditions(_ names: ConditionNames) -> [Condition] {
    switch self {
    case .filter(let name):
      names.filters[name].map { [Condition(test: .filter($0), why: "")] } ?? []
    case .conditions(let when): when.conditions(names)
    }
  }
}

/// How closely a rule's `when` describes a message; between rules of one priority the closer one is
/// asked first.
struct Specificity: Sendable, Hashable, Comparable {
  enum Scope: Int, Sendable, Comparable {
    case anything, kind, monitor, person, chats, chat

    static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
  }

  /// Chat id before list before tag (monitor, contact) before kind (rules.md).
  var scope: Scope
  /// How many further parts must hold.
  var conditions: Int

  init(_ when: WhenDeclaration) {
    scope = Self.scope(of: when)
    let further: [Bool] = [
      !when.monitors.isEmpty, !when.kinds.isEmpty, !when.senders.isEmpty, when.contact != nil,
      !when.tags.isEmpty, when.seenBefore != nil, when.bot != nil, when.text != nil,
      !when.languages.isEmpty,
      when.question != nil, when.mention != nil,
      when.replyToMe != nil, when.forwarded != nil, when.media != nil, !when.hours.isEmpty,
      !when.outside.isEmpty, when.length != nil, !when.filters.isEmpty, !when.all.isEmpty,
      !when.any.isEmpty, !when.none.isEmpty,
    ]
    conditions = further.count(where: \.self)
  }

  private static func scope(of when: WhenDeclaration) -> Scope {
    if when.chats.count == 1 { return .chat }
    if !when.chats.isEmpty { return .chats }
    if !when.senders.isEmpty { return .person }
    if !when.monitors.isEmpty || when.contact != nil || !when.tags.isEmpty { return .monitor }
    return when.kinds.isEmpty ? .anything : .kind
  }

  static func < (left: Specificity, right: Specificity) -> Bool {
    (left.scope, left.conditions) < (right.scope, right.conditions)
  }
}
