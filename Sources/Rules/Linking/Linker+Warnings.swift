import Model
import Scripting

extension Linker {
  /// What is allowed and yet hardly meant.
  mutating func warn(about compiled: [CompiledRule]) {
    if monitors.isEmpty, let first = rules.first {
      report(
        "no monitor is declared, so no chat is read and no rule is ever asked",
        hint: #"write monitor "people" { "private", contacts = true }"#,
        at: first.declared.place, severity: .warning)
    }
    if account?.value.setsZone != true,
      let first = hours.first(where: { $0.value.zone == nil })
    {
      report(
        "hours \"\(first.name)\" is read in UTC, as account sets no zone",
        hint: #"write account { zone = "Europe/Berlin" }"#, at: first.place, severity: .warning)
    }
    warnOfTies(compiled)
  }

  /// Two rules that always speak and can meet: only their place in the files decides between them.
  private mutating func warnOfTies(_ compiled: [CompiledRule]) {
    let speaking = compiled.filter { $0.speaksAlways && !$0.also }
    let whens = Dictionary(rules.map { ($0.id, $0.declared.value.when) }) { first, _ in first }
    for (position, rule) in speaking.enumerated() {
      for other in speaking[(position + 1)...] {
        guard rule.phase == other.phase, rule.priority == other.priority,
          rule.specificity == other.specificity, let when = whens[rule.id],
          let otherWhen = whens[other.id], when.isTied(with: otherWhen)
        else { continue }
        report(
          "rules \(rule.id) (\(rule.place)) and \(other.id) tie; the first always wins",
          hint: "set a priority, or tell them apart in when", at: other.place, severity: .warning)
      }
    }
  }
}

extension WhenDeclaration {
  /// Whether both speak of the same chats and nothing in them keeps them apart.
  fileprivate func isTied(with other: WhenDeclaration) -> Bool {
    let sameChats =
      Set(monitors) == Set(other.monitors) && Set(chats) == Set(other.chats)
      && Set(kinds) == Set(other.kinds) && Set(senders) == Set(other.senders)
    let samePeople = Set(tags) == Set(other.tags) && seenBefore == other.seenBefore
    let sameFlags =
      contact == other.contact && bot == other.bot && question == other.question
      && mention == other.mention && replyToMe == other.replyToMe && forwarded == other.forwarded
    // What is written in one language is not written in another.
    let sameLanguages =
      languages.isEmpty || other.languages.isEmpty
      || !Set(languages).isDisjoint(with: other.languages)
    return sameChats && samePeople && sameFlags && sameLanguages && text == other.text
      && media == other.media
      && length == other.length && Set(filters) == Set(other.filters) && all == other.all
      && any == other.any && none == other.none && Set(hours) == Set(other.hours)
      && Set(outside) == Set(other.outside)
  }
}
