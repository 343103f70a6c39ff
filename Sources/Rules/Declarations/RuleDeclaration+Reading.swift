import Scripting

extension RuleDeclaration {
  /// Nil if the rule does nothing that could be run; the reason is reported then.
  init?(_ reader: TableReader) {
    phase = reader[RuleKeys.phase]?.string.flatMap(RulePhase.init) ?? .decide
    priority = reader[RuleKeys.priority]?.integer.map { Int($0) } ?? 0
    also = reader[RuleKeys.also]?.bool ?? false
    mode = reader[RuleKeys.mode]?.string.flatMap(RuleMode.init) ?? .restart
    settle = reader[RuleKeys.settle]?.duration.flatMap { $0 > .zero ? $0 : nil }
    if let settle, settle > Self.longestSettle {
      reader.report(
        RuleKeys.settle,
        "settle in \(reader.subject) is \(DurationText.text(of: settle)); the most is "
          + DurationText.text(of: Self.longestSettle),
        hint: "to answer later, use a delay")
    }
    limits = (reader[RuleKeys.limit] ?? .nil).list.compactMap(\.string)
    delay = reader[RuleKeys.delay]?.string
    deferral = DeferralName(reader, key: RuleKeys.deferral)
    because = reader[RuleKeys.because]?.string
    shadow = reader[RuleKeys.shadow]?.bool
    onError = (reader[RuleKeys.onError] ?? .nil).list.compactMap { ActionRequest($0) }
    when =
      reader.table(RuleKeys.when, spec: WhenKeys.spec).map { WhenDeclaration($0) }
      ?? WhenDeclaration()
    switch (reader[RuleKeys.act], reader[RuleKeys.run]?.function) {
    case (let act?, nil): body = .act(act.list.compactMap { ActionRequest($0) })
    case (nil, let run?): body = .run(run)
    case (.some, .some):
      reader.report(RuleKeys.run, "\(reader.subject) has both act and run", hint: "keep one")
      return nil
    case (nil, nil):
      if !reader.has(RuleKeys.act), !reader.has(RuleKeys.run) {
        reader.report(
          "\(reader.subject) has neither act nor run",
          hint: "act = an action, or run = function(m, x) ... end")
      }
      return nil
    }
    checkActions(reader)
  }

  private static let longestSettle = Duration.seconds(600)

  private func checkActions(_ reader: TableReader) {
    if case .act(let actions) = body {
      check(actions, RuleKeys.act, reader)
      if reader.has(RuleKeys.onError) {
        reader.report(
          RuleKeys.onError, "\(reader.subject) has on_error and no run",
          hint: "an act cannot fail; leave it out")
      }
    }
    check(onError, RuleKeys.onError, reader)
  }

  private func check(_ actions: [ActionRequest], _ key: KeySpec, _ reader: TableReader) {
    reader.checkCount(of: actions, key)
    for slot in ["speech", "reaction", "read"] {
      let claims = actions.filter { ActionRequest.slotName($0.name) == slot }.map(\.name)
      if claims.count > 1 {
        reader.report(
          key,
          "\(key.name) of \(reader.subject) does \(claims.joined(separator: " and ")) at once",
          hint: "only one action can have the \(slot) slot")
      }
    }
    if phase == .observe, let speech = actions.first(where: \.speaks) {
      reader.report(
        key, "\(reader.subject) is an observer and cannot \(speech.name)",
        hint: "observers may do what says nothing to the chat: react, mark as read, notify, ...")
    }
  }
}

extension TableReader {
  func checkCount(of actions: [ActionRequest], _ key: KeySpec) {
    guard actions.count > RunAnswer.mostActions else { return }
    report(
      key,
      "\(key.name) of \(subject) does \(actions.count) things; the most is "
        + "\(RunAnswer.mostActions)",
      hint: "several notices can be one text of several lines")
  }
}

extension ActionRequest {
  static func slotName(_ action: String) -> String {
    switch action {
    case "react": "reaction"
    case "mark_read": "read"
    case "notify", "escalate", "forward", "label", "remember": "free"
    default: "speech"
    }
  }
}

extension WhenDeclaration {
  init(_ reader: TableReader) {
    self.init()
    let list = { (key: KeySpec) in (reader[key] ?? .nil).list }
    monitors = list(WhenKeys.monitor).compactMap(\.string)
    chats = list(WhenKeys.chat).compactMap(PeerSelector.init)
    kinds = list(WhenKeys.kind).compactMap(\.string)
    senders = list(WhenKeys.sender).compactMap(PeerSelector.init)
    contact = reader[WhenKeys.contact]?.bool
    tags = list(WhenKeys.tag).compactMap { $0.string?.lowercased() }
    seenBefore = reader[WhenKeys.seenBefore]?.bool
    bot = reader[WhenKeys.bot]?.bool
    text = WordPattern(list(WhenKeys.text))
    for doubt in list(WhenKeys.text).compactMap({ $0.string.flatMap(WordPattern.doubt) }) {
      reader.report(
        WhenKeys.text, "text in \(reader.subject), \(doubt.message)", hint: doubt.hint,
        severity: .warning)
    }
    languages = list(WhenKeys.language).compactMap(\.string)
    question = reader[WhenKeys.question]?.bool
    mention = reader[WhenKeys.mention]?.bool
    replyToMe = reader[WhenKeys.replyToMe]?.bool
    forwarded = reader[WhenKeys.forwarded]?.bool
    media = reader[WhenKeys.media].map { value in
      if let any = value.bool { return any ? .any : .none }
      return .kinds(Set(value.list.compactMap(\.string)))
    }
    hours = list(WhenKeys.hours).compactMap(\.string)
    outside = list(WhenKeys.outside).compactMap(\.string)
    length = reader.table(WhenKeys.length, spec: LengthKeys.spec).flatMap { table in
      let shortest = table[LengthKeys.min]?.integer.map { Int($0) } ?? 0
      let longest = table[LengthKeys.max]?.integer.map { Int($0) } ?? .max
      if shortest > longest {
        reader.report(WhenKeys.length, "\(table.subject) has a min above its max")
      }
      return shortest...max(shortest, longest)
    }
    filters = list(WhenKeys.filter).compactMap(\.string)
    all = Self.branches(reader, WhenKeys.all)
    any = Self.branches(reader, WhenKeys.any)
    none = Self.branches(reader, WhenKeys.none)
  }

  private static func branches(_ reader: TableReader, _ key: KeySpec) -> [Branch] {
    (reader[key] ?? .nil).list.enumerated().compactMap { index, value in
      if let name = value.string { return .filter(name) }
      return reader.table(key, item: index, spec: WhenKeys.branch)
        .map { .conditions(WhenDeclaration($0)) }
    }
  }
}

extension WordPattern {
  /// Nil if there is nothing to look for.
  fileprivate init?(_ values: [ScriptValue]) {
    guard !values.isEmpty else { return nil }
    let expressions = values.compactMap { value -> RegularExpression? in
      guard let record = value.record, record.className == ScriptClassName.expression,
        let text = record.text("text")
      else { return nil }
      // What cannot be read was reported when it was made.
      return try? RegularExpression(text)
    }
    let words = values.flatMap { value in
      value.string.map { [$0] } ?? value.record?.items.compactMap(\.string) ?? []
    }
    self.init(words, expressions: expressions)
  }
}
