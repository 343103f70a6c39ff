import Model
import Scripting

extension Monitor {
  init(_ reader: TableReader, name: String) {
    self.name = name
    selectors = reader.items.compactMap(ChatSelector.init)
    titles = (reader[MonitorKeys.titles] ?? .nil).list.compactMap(\.string).map(TextFolding.fold)
    contacts = reader[MonitorKeys.contacts]?.bool
    exclude = (reader[MonitorKeys.exclude] ?? .nil).list.compactMap(ChatSelector.init)
    onlyMentions = reader[MonitorKeys.only] != nil
    listening = reader.table(MonitorKeys.media, spec: ListeningKeys.spec).map { Listening($0) }
    learns = reader[MonitorKeys.learn]?.bool ?? false
    shares = reader[MonitorKeys.share]?.bool ?? false
    keep = reader[MonitorKeys.keep]?.duration
    if let keep, keep < .seconds(86_400) {
      reader.report(
        MonitorKeys.keep,
        "keep in \(reader.subject) is \(DurationText.text(of: keep)); the least is 1d")
    }
    if selectors.isEmpty, titles.isEmpty {
      reader.report(
        "\(reader.subject) covers no chat",
        hint: #"list kinds or chats: monitor "people" { "private", contacts = true }"#)
    }
  }
}

extension Listening {
  init(_ reader: TableReader) {
    kinds = Set(
      (reader[ListeningKeys.transcribe] ?? .nil).list.compactMap(\.string)
        .compactMap(Media.Kind.init))
    longest = reader[ListeningKeys.longest]?.duration ?? .seconds(300)
    guard longest > Self.longestOfAll || longest <= .zero else { return }
    reader.report(
      ListeningKeys.longest,
      "max in \(reader.subject) is \(DurationText.text(of: longest)); it must be more than nothing, "
        + "and 1h at most")
  }
}

extension HoursDeclaration {
  init(_ reader: TableReader) {
    texts = reader.items.map { $0.string ?? $0.record?.text("text") ?? "" }
    var windows: [WeeklyHours.Window] = []
    for text in texts {
      // Checked before, as the schema names the type.
      if let hours = try? WeeklyHours(parsing: text) { windows += hours.windows }
    }
    weekly = WeeklyHours(windows: windows)
    let zone = reader[HoursKeys.zone]?.string
    self.zone = zone == "owner" || zone == "sender" ? nil : zone
    isSenders = zone == "sender"
    except = ExceptDeclaration(reader[HoursKeys.except] ?? .nil)
  }
}

extension DelayDeclaration {
  init(_ reader: TableReader, name: String) {
    curve = DelayCurve(name: name)
    curve.notice = Self.curve(reader, DelayKeys.notice)
    curve.reading = Self.curve(reader, DelayKeys.reading)
    curve.typing = Self.curve(reader, DelayKeys.typing)
    curve.jitter = reader[DelayKeys.jitter]?.number ?? 0
    curve.cap = reader[DelayKeys.cap]?.duration
    deferral = DeferralName(reader, key: DelayKeys.deferral)
    function = reader[DelayKeys.run]?.function
    if function != nil, reader.has(DelayKeys.notice) {
      reader.report(
        DelayKeys.notice, "\(reader.subject) has both notice and run", hint: "keep one")
    }
    if case .perCharacter = curve.notice { Self.refuseSpeed(reader) }
    if case .charactersPerSecond = curve.notice { Self.refuseSpeed(reader) }
  }

  private static func curve(_ reader: TableReader, _ key: KeySpec) -> Curve {
    reader[key].flatMap(Curve.init) ?? .constant(0)
  }

  private static func refuseSpeed(_ reader: TableReader) {
    reader.report(
      DelayKeys.notice, "notice in \(reader.subject) cannot go by the length of a text",
      hint: #"use a time: lognormal("25s", "4m")"#)
  }
}

extension DeferralName {
  init?(_ reader: TableReader, key: KeySpec) {
    guard let value = reader[key] else { return nil }
    if let name = value.string {
      self.init(edge: .opening, hours: name)
      return
    }
    guard let table = reader.table(key, spec: DeferKeys.spec) else { return nil }
    let opening = table[DeferKeys.opening]?.string
    let closing = table[DeferKeys.closing]?.string
    guard (opening == nil) != (closing == nil), let hours = opening ?? closing else {
      reader.report(key, "\(table.subject) takes either opening or closing")
      return nil
    }
    self.init(edge: opening != nil ? .opening : .closing, hours: hours)
  }
}

extension AccountDeclaration {
  init(_ reader: TableReader) {
    settings = AccountSettings(reader)
    setsZone = reader.has(AccountKeys.zone)
    people = (reader[AccountKeys.zones]?.table?.fields ?? []).flatMap { field in
      field.value.list.compactMap(PeerSelector.init)
        .map { PersonZone(person: $0, zone: field.key.description) }
    }
    for (index, one) in people.enumerated() {
      guard let other = people[..<index].first(where: { $0.person == one.person }) else { continue }
      reader.report(
        AccountKeys.zones,
        "zones of account puts \(one.person.description) both into \(other.zone) and \(one.zone)")
    }
  }
}

extension AccountSettings {
  fileprivate init(_ reader: TableReader) {
    self.init()
    zone = reader[AccountKeys.zone]?.string ?? zone
    hold = reader[AccountKeys.hold]?.duration ?? hold
    shadow = reader[AccountKeys.shadow]?.duration ?? shadow
    forward = (reader[AccountKeys.forward] ?? .nil).list.compactMap(PeerSelector.init)
      .map(\.description)
    http = (reader[AccountKeys.http] ?? .nil).list.compactMap { $0.string?.lowercased() }
    methods = (reader[AccountKeys.tg] ?? .nil).list.compactMap(\.string)
    if let table = reader.table(AccountKeys.budget, spec: BudgetKeys.spec) {
      budget = ModelBudget(table)
    }
    if let table = reader.table(AccountKeys.caps, spec: AccountKeys.capsSpec) {
      caps.chat = Self.rates(table[AccountKeys.capOfChat]) ?? caps.chat
      caps.total = Self.rates(table[AccountKeys.capOfAll]) ?? caps.total
    }
    if let table = reader.table(AccountKeys.downtime, spec: AccountKeys.downtimeSpec) {
      downtime.answer = table[AccountKeys.answer]?.duration ?? downtime.answer
      downtime.notify = table[AccountKeys.notify]?.bool ?? downtime.notify
    }
  }

  private static func rates(_ value: ScriptValue?) -> [Rate]? {
    value.map { $0.list.compactMap { $0.string.flatMap(RateText.init)?.rate } }
  }
}
