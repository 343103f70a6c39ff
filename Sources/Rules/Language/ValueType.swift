import Foundation
import Model
import Scripting

/// What a key takes. ``complaint(about:)`` is the only place where a value is judged.
indirect enum ValueType: Sendable {
  /// At most so many UTF-16 units, as Telegram counts.
  case text(most: Int)
  /// One character.
  case emoji
  case boolean
  case integer(ClosedRange<Int64>)
  case number(ClosedRange<Double>)
  /// `"90s"`, `"1h30m"`, or seconds as a number.
  case duration
  /// `"5/1d"`.
  case rate
  /// `"1/30m per chat"`, or the name of a `limit`.
  case limit
  /// One of these words.
  case word([String])
  /// The name of a declaration; whether it is there is checked when all files are loaded.
  case name(DeclaredKind)
  /// An IANA time zone, or one of these words.
  case zone(or: [String])
  /// `{ ["Asia/Tokyo"] = { "@name", "u:5" } }`.
  case zones
  /// `"12-25"`, or what `holidays` made.
  case holidays
  /// `"mon-fri 09:00-17:00"`, or what `days` made.
  case schedule
  /// `"mon-fri 18:00"`.
  case moments
  /// A chat or person: `"@name"`, `"u:5"`, a number.
  case peer
  /// A kind of chat, or a ``peer``.
  case chats
  /// A time, or what `lognormal` and its like made.
  case curve
  /// A word or phrase, or what `any_word` or `re` made.
  case words
  /// A whole text, or what `re` made.
  case saying
  case action
  /// What a model is shown: a text, a message, or a list of such.
  case material
  case function
  /// `"vip"`.
  case tag
  /// Times, each later than the one before.
  case steps
  /// `"api.example.org"`.
  case host
  /// Texts and secrets by name.
  case headers
  /// Whatever JSON can hold.
  case json
  /// What is looked for, by name.
  case fields
  /// A method of Telegram's API that rules may call: `"users.getFullUser"`.
  case method
  /// Answers by method.
  case methodAnswers
  /// Answers by URL.
  case webAnswers
  case table(TableSpec)
  case oneOrMore(ValueType)
  case either(ValueType, ValueType)
}

/// Why a value does not fit where it stands.
struct Complaint: Hashable {
  /// Follows the name of the key: `must be true or false, not "yes"`.
  var message: String
  var hint: String?

  /// In one line.
  var text: String { [message, hint].compactMap(\.self).joined(separator: "; ") }
}

extension ValueType {
  /// With an article: `a duration such as "90s"`.
  var expectation: String {
    switch self {
    case .text: "a text"
    case .emoji: #"one emoji such as "👍""#
    case .boolean: "true or false"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range):
      "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
    case .duration: #"a duration such as "90s" or "1h30m""#
    case .rate: #"a rate such as "5/1d""#
    case .limit: #"a limit such as "1/30m per chat" or the name of one"#
    case .word(let words): Self.choice(words)
    case .name(let kind): kind == .hours ? "the name of hours" : "the name of a \(kind.rawValue)"
    case .zone(let words):
      words.isEmpty
        ? #"a time zone such as "Europe/Berlin""#
        : "a time zone such as \"Europe/Berlin\", or \(Self.choice(words))"
    case .zones: #"a table such as { ["Asia/Tokyo"] = "@name" }"#
    case .holidays: #"holidays(...), or a date such as "12-25" or "2026-12-24""#
    case .moments: #"times such as "mon-fri 18:00""#
    case .schedule: #"hours such as "mon-fri 09:00-17:00""#
    case .peer: #"a chat such as "@name", "u:5" or its number"#
    case .chats: #"a kind of chat ("private", "group", ...), "@name", "u:5" or a chat's number"#
    case .curve: #"a time such as "25s", or lognormal, normal, uniform, per_char or cps"#
    case .words: "a word, a phrase, any_word {...} or re \"...\""
    case .saying: "a text, or re \"...\""
    case .action: "an action such as ai_reply {...}"
    case .material: "a text, a message such as m, or a list of such"
    case .function: "a function"
    case .tag: #"a tag such as "vip""#
    case .steps: #"growing times such as { "5m", "15m" }"#
    case .host: #"a host such as "api.example.org" or "127.0.0.1:8080""#
    case .headers: #"a table such as { Authorization = { "Bearer ", secret "CRM" } }"#
    case .fields: #"a table such as { amount = "the sum, as a number" }"#
    case .json: "a value that JSON can hold"
    case .webAnswers: #"a table such as { ["https://api.example.org/x"] = "the answer" }"#
    case .method: #"a method of Telegram's API such as "users.getFullUser""#
    case .methodAnswers: #"a table such as { ["users.getFullUser"] = { ... } }"#
    case .table: "a table"
    case .oneOrMore(let type): "\(type.expectation), or a list of such"
    case .either(let first, let second): "\(first.expectation), or \(second.expectation)"
    }
  }

  /// Nil if the value fits. Tables within are looked at by the reader of the table.
  func complaint(about value: ScriptValue) -> Complaint? {
    switch self {
    case .text(let most): textComplaint(about: value, most: most)
    case .emoji:
      value.string?.count == 1 && textComplaint(about: value, most: 40) == nil
        ? nil : mismatch(value)
    case .boolean: value.bool == nil ? mismatch(value) : nil
    case .integer(let range):
      value.integer.map(range.contains) == true ? nil : mismatch(value)
    case .number(let range): value.number.map(range.contains) == true ? nil : mismatch(value)
    case .duration: value.duration == nil ? mismatch(value) : nil
    case .rate:
      value.string.flatMap(RateText.init).map { !$0.isPerChat } == true ? nil : mismatch(value)
    case .limit, .name: value.string?.isEmpty == false ? nil : mismatch(value)
    case .word(let words): wordComplaint(about: value, words: words)
    case .zone(let words): zoneComplaint(about: value, words: words)
    case .zones: zonesComplaint(about: value)
    case .holidays: holidaysComplaint(about: value)
    case .schedule: scheduleComplaint(about: value)
    case .moments: momentsComplaint(about: value)
    case .peer: peerComplaint(about: value)
    case .chats: chatsComplaint(about: value)
    case .curve: Curve(value) == nil ? mismatch(value) : nil
    case .words: wordsComplaint(about: value)
    case .saying:
      value.record?.className == ScriptClassName.expression
        ? nil : value.string == nil ? mismatch(value) : textComplaint(about: value, most: 4096)
    case .action: actionComplaint(about: value)
    case .material: Material.texts(of: value) == nil ? mismatch(value) : nil
    case .function: value.function == nil ? mismatch(value) : nil
    case .tag: tagComplaint(about: value)
    case .steps: stepsComplaint(about: value)
    case .host: hostComplaint(about: value)
    case .headers: headersComplaint(about: value)
    case .fields: fieldsComplaint(about: value)
    case .json: jsonComplaint(about: value)
    case .webAnswers: WebAnswers.complaint(about: value).map { Complaint(message: $0) }
    case .method:
      value.string.map(Self.methodComplaint) ?? mismatch(value)
    case .methodAnswers: MethodAnswers.complaint(about: value).map { Complaint(message: $0) }
    case .table: value.table == nil ? mismatch(value) : nil
    case .oneOrMore(let type): listComplaint(about: value, type: type)
    case .either(let first, let second):
      first.complaint(about: value) == nil || second.complaint(about: value) == nil
        ? nil : mismatch(value)
    }
  }

  /// `"a", "b" or "c"`. Not by the machine's locale: texts are the same everywhere.
  private static func choice(_ words: [String]) -> String {
    let quoted = words.map { "\"\($0)\"" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
    return "\(quoted.dropLast().joined(separator: ", ")) or \(last)"
  }

  private static func plain(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
  }

  private func mismatch(_ value: ScriptValue) -> Complaint {
    Complaint(message: "must be \(expectation), not \(value.shown)")
  }

  private func textComplaint(about value: ScriptValue, most: Int) -> Complaint? {
    guard let text = value.string, !text.isEmpty else { return mismatch(value) }
    if text.utf8.contains(0) {
      return Complaint(
        message: "has a character of code 0 in it, after which nothing would be seen")
    }
    // In UTF-16 units, as Telegram counts; bytes are at least as many, and counted at once.
    guard text.utf8.count > most, text.utf16.count > most else { return nil }
    return Complaint(message: "is \(text.utf16.count) characters long; the most is \(most)")
  }

  private func wordComplaint(about value: ScriptValue, words: [String]) -> Complaint? {
    guard let word = value.string, !words.contains(word) else {
      return value.string == nil ? mismatch(value) : nil
    }
    var complaint = mismatch(value)
    complaint.hint = didYouMean(word, words)
    return complaint
  }

  private func zoneComplaint(about value: ScriptValue, words: [String]) -> Complaint? {
    guard let name = value.string else { return mismatch(value) }
    guard ZoneName.resolve(name) == nil, !words.contains(name) else { return nil }
    return Complaint(
      message: "must be a time zone of the IANA list, not \"\(name)\"",
      hint: didYouMean(name, words) ?? ZoneName.hint(for: name))
  }

  private func zonesComplaint(about value: ScriptValue) -> Complaint? {
    guard let table = value.table, table.items.isEmpty else { return mismatch(value) }
    for field in table.fields {
      guard case .name(let name) = field.key, ZoneName.resolve(name) != nil else {
        let name = field.key.description
        return Complaint(
          message: "names \"\(name)\", which is no time zone of the IANA list",
          hint: ZoneName.hint(for: name))
      }
      let people = ValueType.oneOrMore(.peer)
      if let complaint = people.complaint(about: field.value) {
        return Complaint(message: "of \"\(name)\" \(complaint.message)", hint: complaint.hint)
      }
    }
    return nil
  }

  private func holidaysComplaint(about value: ScriptValue) -> Complaint? {
    if value.record?.className == ScriptClassName.holidays { return nil }
    guard let text = value.string else { return mismatch(value) }
    if HolidayCalendar.isCalendar(text) {
      return Complaint(message: "must be dates", hint: "write holidays(\"\(text)\")")
    }
    do throws(GrammarError) {
      _ = try DateRule(parsing: text)
      return nil
    } catch {
      return Complaint(message: "cannot be read: \(error.message)", hint: error.hint)
    }
  }

  private func scheduleComplaint(about value: ScriptValue) -> Complaint? {
    if value.record?.className == ScriptClassName.days { return nil }
    guard let text = value.string else { return mismatch(value) }
    do throws(GrammarError) {
      _ = try WeeklyHours(parsing: text)
      return nil
    } catch {
      return Complaint(message: "cannot be read: \(error.message)", hint: error.hint)
    }
  }

  private func momentsComplaint(about value: ScriptValue) -> Complaint? {
    guard let text = value.string else { return mismatch(value) }
    do throws(GrammarError) {
      _ = try WeeklyHours.moments(parsing: text)
      return nil
    } catch {
      return Complaint(message: "cannot be read: \(error.message)", hint: error.hint)
    }
  }

  private func peerComplaint(about value: ScriptValue) -> Complaint? {
    guard PeerSelector(value) == nil else { return nil }
    var complaint = mismatch(value)
    complaint.hint = referenceHint(for: value)
    return complaint
  }

  /// For a chat named as `dialogs` shows it.
  private func referenceHint(for value: ScriptValue) -> String? {
    value.string.flatMap(PeerReference.init).map {
      "leave out what follows the second colon: \"\($0.peer)\""
    }
  }

  private func chatsComplaint(about value: ScriptValue) -> Complaint? {
    guard ChatSelector(value) == nil else { return nil }
    var complaint = mismatch(value)
    complaint.hint =
      referenceHint(for: value)
      ?? value.string.flatMap { didYouMean($0, ChatSelector.kindWords) }
    return complaint
  }

  private func wordsComplaint(about value: ScriptValue) -> Complaint? {
    let made = [ScriptClassName.words, ScriptClassName.expression]
    if let name = value.record?.className, made.contains(name) { return nil }
    guard let text = value.string else { return mismatch(value) }
    guard !WordPattern.isUsable(text) else { return nil }
    return Complaint(message: "has no letter or digit to look for in \"\(text)\"")
  }

  private func actionComplaint(about value: ScriptValue) -> Complaint? {
    if value.record?.className == ScriptClassName.action { return nil }
    var complaint = mismatch(value)
    if let function = value.function, function.location.file == "[C]" {
      complaint.hint = "call it: ignore(), mark_read()"
    } else if value.function != nil {
      complaint.hint = "functions belong into run = function(m, x) ... end"
    } else if value.string != nil {
      complaint.hint = "to send a text, write reply \"...\""
    }
    return complaint
  }

  private func listComplaint(about value: ScriptValue, type: ValueType) -> Complaint? {
    guard let table = value.table else { return type.complaint(about: value) }
    guard table.fields.isEmpty, !table.items.isEmpty else { return mismatch(value) }
    return table.items.lazy.compactMap(type.complaint).first
  }
}

/// `did you mean "delay"?`, if one of the candidates is near.
func didYouMean(_ name: String, _ candidates: some Sequence<String>) -> String? {
  Suggestion.nearest(to: name, among: candidates).map { "did you mean \"\($0)\"?" }
}

extension ValueType {
  /// Tells the declarations that a fitting value names.
  func eachReference(in value: ScriptValue, _ body: (DeclaredKind, String) -> Void) {
    switch self {
    case .name(let kind): if let name = value.string { body(kind, name) }
    case .limit: if let name = value.string, RateText(name) == nil { body(.limit, name) }
    case .oneOrMore(let type): for one in value.list { type.eachReference(in: one, body) }
    case .either(let first, let second):
      (first.complaint(about: value) == nil ? first : second).eachReference(in: value, body)
    default: break
    }
  }
}
