import Model

/// Finds the rules that a message may concern without trying each: for every part of `when` there are
/// sets of the rules that agree with a message of one kind or the other, and the rules that are in all
/// the sets of a message are few.
///
/// Who is left out does not fit. Who is left in may still not fit: what depends on the clock, and
/// phrases and words in full, are looked at rule by rule.
final class RuleIndex: Sendable {
  let bits: RuleBits
  let kinds: Choice<Chat.Kind>
  let monitors: Choice<Int>
  let chats: Choice<PeerSelector>
  let senders: Choice<PeerSelector>?
  let tags: Choice<String>?
  let media: Choice<Media.Kind?>?
  let words: Words?
  /// Rules that look for what has no hash: words of scripts without spaces, regular expressions.
  let unanchored: RuleBits.Row?
  /// Of the beginnings that rules look for (`pay*`), in bytes, ascending.
  let stemLengths: [Int]
  let contact: Flag?
  let seenBefore: Flag?
  let bot: Flag?
  let mention: Flag?
  let replyToMe: Flag?
  let forwarded: Flag?
  let question: Flag?

  /// Rules by what they ask of something that has many values.
  struct Choice<Value: Hashable & Sendable>: Sendable {
    /// Those that do not ask.
    let open: RuleBits.Row
    /// Those that ask for the value, and those that do not ask.
    let rows: [Value: RuleBits.Row]

    subscript(_ value: Value) -> RuleBits.Row { rows[value] ?? open }
  }

  /// Rules by the words that they look for.
  struct Words: Sendable {
    /// Those that do not ask.
    let open: RuleBits.Row
    /// Those that ask for the word, and those that do not ask.
    let rows: WordTable<RuleBits.Row>

    init(_ choice: Choice<WordHash>) {
      open = choice.open
      rows = WordTable(choice.rows)
    }
  }

  /// Rules by what they ask of a yes or no.
  struct Flag: Sendable {
    let yes: RuleBits.Row
    let no: RuleBits.Row

    subscript(_ value: Bool) -> RuleBits.Row { value ? yes : no }
  }

  /// - Parameter rules: in the order in which they are asked.
  init(_ rules: [CompiledRule]) {
    var builder = Builder(rules: rules, bits: RuleBits(count: rules.count))
    kinds = builder.choice { if case .kind(let kinds) = $0 { Array(kinds) } else { nil } }
    monitors = builder.choice { if case .monitor(let all) = $0 { Array(all) } else { nil } }
    chats = builder.choice { if case .chat(let chats) = $0 { chats } else { nil } }
    senders = builder.ifAsked { if case .sender(let people) = $0 { people } else { nil } }
    tags = builder.ifAsked { if case .tag(let tags) = $0 { tags } else { nil } }
    media = builder.ifAsked { if case .media(let media) = $0 { media.kinds } else { nil } }
    words = builder.ifAsked { if case .text(let pattern) = $0 { pattern.anchors } else { nil } }
      .map { Words($0) }
    let patterns = builder.asked { if case .text(let pattern) = $0 { pattern } else { nil } }
    let special = patterns.indices.filter { patterns[$0]?.hasUnanchored == true }
    unanchored = special.isEmpty ? nil : builder.bits.row(special)
    stemLengths = Set(patterns.compactMap { $0?.stemLengths }.joined()).sorted()
    contact = builder.flag { if case .contact(let wanted) = $0 { wanted } else { nil } }
    seenBefore = builder.flag {
      if case .seenBefore(let wanted) = $0 { wanted } else { nil }
    }
    bot = builder.flag { if case .bot(let wanted) = $0 { wanted } else { nil } }
    mention = builder.flag { if case .mention(let wanted) = $0 { wanted } else { nil } }
    replyToMe = builder.flag { if case .replyToMe(let wanted) = $0 { wanted } else { nil } }
    forwarded = builder.flag { if case .forwarded(let wanted) = $0 { wanted } else { nil } }
    question = builder.flag { if case .question(let wanted) = $0 { wanted } else { nil } }
    bits = builder.bits
  }

  private struct Builder {
    let rules: [CompiledRule]
    var bits: RuleBits

    /// What each rule asks; nil where it does not.
    func asked<Value>(_ value: (Condition.Test) -> Value?) -> [Value?] {
      rules.map { rule in
        for condition in rule.conditions {
          if let value = value(condition.test) { return value }
        }
        return nil
      }
    }

    mutating func choice<Value: Hashable & Sendable>(
      _ values: (Condition.Test) -> [Value]?
    ) -> Choice<Value> {
      let asked = asked(values)
      var members: [Value: Set<Int>] = [:]
      for (rule, values) in asked.enumerated() {
        for value in values ?? [] { members[value, default: []].insert(rule) }
      }
      let open = Set(asked.indices.filter { asked[$0] == nil })
      return Choice(
        open: bits.row(open), rows: members.mapValues { bits.row($0.union(open)) })
    }

    mutating func ifAsked<Value: Hashable & Sendable>(
      _ values: (Condition.Test) -> [Value]?
    ) -> Choice<Value>? {
      asked(values).contains { $0 != nil } ? choice(values) : nil
    }

    mutating func flag(_ wanted: (Condition.Test) -> Bool?) -> Flag? {
      let asked = asked(wanted)
      guard asked.contains(where: { $0 != nil }) else { return nil }
      return Flag(
        yes: bits.row(asked.indices.filter { asked[$0] != false }),
        no: bits.row(asked.indices.filter { asked[$0] != true }))
    }
  }
}

extension WhenDeclaration.Media {
  /// What it fits; nil stands for no media.
  fileprivate var kinds: [Media.Kind?] {
    switch self {
    case .any: Media.Kind.allCases
    case .none: [nil]
    case .kinds(let words): words.map { Media.Kind(rawValue: $0) }.filter { $0 != nil }
    }
  }
}
