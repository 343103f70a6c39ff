import Model
import Scripting

extension RuleCase {
  /// The steps of a case; one without `steps` is a step itself.
  static func steps(_ reader: TableReader) -> [Step] {
    let list = (reader[CaseKeys.steps] ?? .nil).list
    let own = step(reader, isCase: true, needsEvent: list.isEmpty)
    if list.isEmpty { return own.map { [$0] } ?? [] }
    if reader.has(CaseKeys.message) || reader.has(CaseKeys.owner) || reader.has(CaseKeys.expect) {
      reader.report(
        CaseKeys.steps, "\(reader.subject) has steps, and message, owner or expect beside them",
        hint: "put them into the first step")
    }
    var steps = list.indices.compactMap { index in
      reader.table(CaseKeys.steps, item: index, spec: CaseKeys.step)
        .flatMap { step($0, isCase: false, needsEvent: true) }
    }
    guard !steps.isEmpty else { return [] }
    // What the case says of time and model is where the first step begins.
    switch (reader[CaseKeys.at]?.string.flatMap(CaseTime.init), steps[0].time) {
    case (nil, .at): break
    case (let start, .after(.zero)): steps[0].time = .at(local: (start ?? .standard).local)
    case (let start, _):
      // The clock begins there; timers may be due before the first step.
      let time = Time.at(local: (start ?? .standard).local)
      steps.insert(Step(line: steps[0].line, time: time, event: .wait), at: 0)
    }
    steps[0].model = steps[0].model ?? model(reader)
    steps[0].web = steps[0].web ?? web(reader)
    steps[0].methods = steps[0].methods ?? methods(reader)
    return steps
  }

  private static func step(_ reader: TableReader, isCase: Bool, needsEvent: Bool) -> Step? {
    let message = reader.table(CaseKeys.message, spec: CaseMessageKeys.spec)
    let owner = reader[CaseKeys.owner]?.string
    let reaction = reader[CaseKeys.reacts]?.string.flatMap(Reaction.init)
    let time = time(reader, isCase: isCase)
    let expectation = reader.table(CaseKeys.expect, spec: ExpectKeys.spec).map { Expectation($0) }
    if !isCase, let reaction {
      if message != nil || owner != nil || expectation != nil {
        reader.report(
          CaseKeys.reacts, "\(reader.subject) has reacts, and message, owner or expect beside it",
          hint: "put them into a step of their own")
      }
      return Step(
        line: reader.line, time: time, event: .reaction(reaction), model: model(reader),
        web: web(reader))
    }
    let isEmpty = !reader.has(CaseKeys.message) && !reader.has(CaseKeys.owner)
    if !isCase, isEmpty, reader.has(CaseKeys.after) || reader.has(CaseKeys.at) {
      return Step(
        line: reader.line, time: time, event: .wait, model: model(reader), web: web(reader),
        methods: methods(reader),
        expectation: expectation)
    }
    guard (message == nil) != (owner == nil) else {
      if message != nil {
        reader.report(CaseKeys.owner, "\(reader.subject) has both message and owner")
      } else if needsEvent, !reader.has(CaseKeys.message), !reader.has(CaseKeys.owner) {
        reader.report(
          "\(reader.subject) has neither message nor owner",
          hint: #"write message = { text = "hello" }"#)
      }
      return nil
    }
    if owner != nil, expectation != nil {
      reader.report(
        CaseKeys.expect, "\(reader.subject) expects something of the owner's own message",
        hint: "expect it of the message after it")
    }
    let event: Event = message.map { .message(CaseMessage($0)) } ?? .owner(owner ?? "")
    return Step(
      line: reader.line, time: time, event: event, model: model(reader), web: web(reader),
      methods: methods(reader),
      expectation: expectation)
  }

  private static func time(_ reader: TableReader, isCase: Bool) -> Time {
    if !isCase, let after = reader[CaseKeys.after]?.duration {
      if reader.has(CaseKeys.at) {
        reader.report(CaseKeys.at, "\(reader.subject) has both at and after")
      }
      if after > RuleCase.longestWait {
        reader.report(
          CaseKeys.after,
          "after in \(reader.subject) is \(DurationText.text(of: after)); the most is "
            + DurationText.text(of: RuleCase.longestWait),
          hint: "go there in several steps")
      }
      return .after(after)
    }
    guard let text = reader[CaseKeys.at]?.string else {
      return isCase ? .at(local: CaseTime.standard.local) : .after(.zero)
    }
    guard let time = CaseTime(text) else {
      reader.report(
        CaseKeys.at, "at in \(reader.subject) is no time: \"\(text)\"",
        hint: #"write "2026-03-02 14:30" or "sat 23:10""#)
      return .after(.zero)
    }
    return .at(local: time.local)
  }

  private static func methods(
    _ reader: TableReader
  ) -> [String: Result<String, MethodFailure>]? {
    reader[CaseKeys.tg].map(MethodAnswers.read)
  }

  private static func web(_ reader: TableReader) -> [String: WebResponse]? {
    reader[CaseKeys.http].map(WebAnswers.read)
  }

  private static func model(_ reader: TableReader) -> Model? {
    guard let value = reader[CaseKeys.ai] else { return nil }
    if let isThere = value.bool {
      return isThere ? .answers(["(the model's answer)"]) : .unreachable
    }
    return .answers(value.list.compactMap(\.string))
  }
}

/// A time as cases write it, by the account's clock.
struct CaseTime {
  /// Seconds since 1970-01-01T00:00:00.
  var local: Int

  /// A Monday at noon; weekdays are those of its week.
  static let standard = CaseTime(
    day: CivilDate(year: 2026, month: 3, day: 2).dayNumber, time: 43_200)

  private init(day: Int, time: Int) { local = day * 86_400 + time }

  /// `2026-03-02 14:30`, `2026-03-02 14:30:05`, `sat 23:10`; `23:10` is that of the Monday.
  init?(_ text: String) {
    if let time = Self.seconds(text[...]) {
      self.init(day: Self.standard.local / 86_400, time: time)
      return
    }
    let parts = text.split(separator: " ")
    guard parts.count == 2, let time = Self.seconds(parts[1]), let day = Self.day(parts[0]) else {
      return nil
    }
    self.init(day: day, time: time)
  }

  private static func seconds(_ text: Substring) -> Int? {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    guard numbers.count == 3 else { return hour * 3600 + minute * 60 }
    guard let second = numbers[2], (0...59).contains(second) else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func day(_ text: Substring) -> Int? {
    if let weekday = WeeklyHours.dayNames.firstIndex(of: text.lowercased()) {
      return standard.local / 86_400 + weekday
    }
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
      (1970...2099).contains(year), let date = CivilDate(checked: year, month, day)
    else { return nil }
    return date.dayNumber
  }
}

extension CaseMessage {
  init(_ reader: TableReader) {
    let flag = { (key: KeySpec) in reader[key]?.bool ?? false }
    let string = { (key: KeySpec) in reader[key]?.string }
    kind = string(CaseMessageKeys.chat).flatMap(Chat.Kind.init) ?? .private
    title = string(CaseMessageKeys.title)
    text = string(CaseMessageKeys.text) ?? ""
    let names = (string(CaseMessageKeys.name) ?? "Robin").split(separator: " ", maxSplits: 1)
    sender = Contact(
      id: reader[CaseMessageKeys.sender]?.integer ?? 5001,
      firstName: names.first.map(String.init) ?? "",
      lastName: names.count > 1 ? String(names[1]) : "", username: string(CaseMessageKeys.username))
    sender.isContact = flag(CaseMessageKeys.contact)
    sender.isBot = flag(CaseMessageKeys.bot) || kind == .bot
    sender.isPremium = flag(CaseMessageKeys.premium)
    sender.language = string(CaseMessageKeys.language)
    media = reader[CaseMessageKeys.media].flatMap { value in
      if let kind = value.string.flatMap(Media.Kind.init) { return Media(kind: kind) }
      guard let table = reader.table(CaseMessageKeys.media, spec: CaseMediaKeys.spec),
        let kind = table[CaseMediaKeys.kind]?.string.flatMap(Media.Kind.init)
      else { return nil }
      return Media(
        kind: kind, duration: table[CaseMediaKeys.duration]?.number,
        size: table[CaseMediaKeys.size]?.integer, name: table[CaseMediaKeys.name]?.string)
    }
    transcript = string(CaseMessageKeys.transcript)
    if let transcript, !transcript.isEmpty, !(media.map { Listening.isSound($0.kind) } ?? false) {
      reader.report(
        CaseMessageKeys.transcript, "\(reader.subject) has a transcript, and no sound",
        hint: #"write media = { kind = "voice", duration = 9 } beside it"#)
    }
    isForwarded = flag(CaseMessageKeys.forwarded)
    repliesToOwner = flag(CaseMessageKeys.replyToMe)
    mentionsOwner = flag(CaseMessageKeys.mentionsMe)
    isAutomatic = flag(CaseMessageKeys.automatic)
    tags = (reader[CaseMessageKeys.tags] ?? .nil).list.compactMap { $0.string?.lowercased() }
    isSeenBefore = reader[CaseMessageKeys.seenBefore]?.bool
    replied = string(CaseMessageKeys.replied)
    age = reader[CaseMessageKeys.age]?.duration ?? .zero
  }
}

extension Expectation {
  init(_ reader: TableReader) {
    let string = { (key: KeySpec) in reader[key]?.string }
    speech = string(ExpectKeys.speech)
    text = reader[ExpectKeys.text].flatMap { value in
      if let text = value.string { return .exactly(text) }
      // What cannot be read was reported when it was made.
      let expression = value.record?.text("text").flatMap { try? RegularExpression($0) }
      return expression.map { .fitting($0) }
    }
    rule = string(ExpectKeys.rule)
    notify = Self.part(ExpectKeys.notify, reader)
    escalate = Self.part(ExpectKeys.escalate, reader)
    forward = Self.part(ExpectKeys.forward, reader)
    label = Self.part(ExpectKeys.label, reader)
    remember = Self.part(ExpectKeys.remember, reader)
    reaction = string(ExpectKeys.reaction)
    read = reader[ExpectKeys.read]?.bool
    reason = string(ExpectKeys.reason)
    stopped = string(ExpectKeys.stopped)
    if let stopped, stopped != "none", GuardStop.Kind(rawValue: stopped) == nil {
      let known = GuardStop.Kind.allCases.map(\.rawValue) + ["none"]
      reader.report(
        ExpectKeys.stopped, "\"\(stopped)\" is no guard",
        hint: didYouMean(stopped, known) ?? "guards are \(known.joined(separator: ", "))")
    }
    shadow = string(ExpectKeys.shadow)
    error = string(ExpectKeys.error)
    variant = string(ExpectKeys.variant)
    due = reader.table(ExpectKeys.due, spec: DueKeys.spec).map { table in
      let shortest = table[DueKeys.min]?.duration ?? .zero
      return shortest...max(shortest, table[DueKeys.max]?.duration ?? .seconds(1 << 40))
    }
  }
}

extension Expectation {
  /// Some nothing for false.
  fileprivate static func part(_ key: KeySpec, _ reader: TableReader) -> String?? {
    guard let value = reader[key] else { return nil }
    if value.bool == true {
      reader.report(key, "\(key.name) in \(reader.subject) must be false or a text")
    }
    return .some(value.string)
  }
}

extension TableReader {
  /// Where the table stands.
  fileprivate var line: Int { place.line }
}
