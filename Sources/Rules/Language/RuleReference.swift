/// The reference of the rule language, written from the schema that also checks rule files.
package enum RuleReference {
  /// docs/rules.md, whole.
  package static var markdown: String {
    var sections = [opening]
    sections += RuleLanguage.settings.map { section($0, usage: "\($0.name) { ... }") }
    sections += RuleLanguage.declarations.map { section($0, usage: "\($0.name) \"name\" { ... }") }
    sections.append("## Tables within\n")
    sections += inner.map {
      section($0, usage: "\($0.name.split(separator: ":").last ?? "") = { ... }", level: "###")
    }
    sections.append(
      """
      ## Actions

      What `act` names and what functions return. Of each slot one action wins: speech (reply,
      ai_reply, voice_reply, draft, ai_draft, ignore), reaction (react), read (mark_read). Of notify,
      escalate, forward, label and remember there may be any number.

      """)
    sections += RuleLanguage.actions.map { section($0, usage: usage(ofAction: $0), level: "###") }
    sections.append(functions)
    sections.append(section(RuleLanguage.Complete.spec, usage: "ai.complete { ... }", level: "###"))
    for spec in [RuleLanguage.Asking.classify, RuleLanguage.Asking.extract] {
      sections.append(section(spec, usage: "\(spec.name) { ... }", level: "###"))
    }
    sections.append(
      section(RuleLanguage.Memory.search, usage: "memory.search(words, { ... })", level: "###"))
    sections.append(
      section(RuleLanguage.Memory.about, usage: "memory.about(subject, { ... })", level: "###"))
    sections.append(section(RuleLanguage.Web.get, usage: "http.get(url, { ... })", level: "###"))
    sections.append(section(RuleLanguage.Web.post, usage: "http.post(url, { ... })", level: "###"))
    sections.append(view)
    sections += RuleRecords.described.map { section($0) }
    sections.append(state)
    return sections.joined(separator: "\n")
  }

  private static let opening = """
    # The rule language: reference

    <!-- Written from the schema in Sources/Rules/Language; do not edit by hand. To write it again:
    UNDERSTUDY_WRITE_REFERENCE=1 swift test --filter RuleReferenceTests -->

    Rule files are Lua 5.4 in the `rules` directory. While a file loads it declares; nothing else can
    be done then. A rule returns what is to be done, and the host does it. Times are written `"500ms"`,
    `"25s"`, `"4m"`, `"1h30m"`, `"2d"`, or as seconds. Names count in all files of the directory.

    """

  private static let inner = [
    ListeningKeys.spec, VoiceKeys.spec,
    AccountKeys.capsSpec, AccountKeys.downtimeSpec, BudgetKeys.spec, AmountKeys.spec,
    ProviderKeys.spec, DeferKeys.spec, DisclosureKeys.spec, StyleKeys.spec, VariantKeys.spec,
    WhenKeys.spec, LengthKeys.spec,
  ]

  private static func usage(ofAction spec: TableSpec) -> String {
    if spec.items != nil, spec.keys.isEmpty { return "\(spec.name) \"...\"" }
    if spec.items != nil, spec.keys.contains(where: \.isRequired) {
      return "\(spec.name) { ... }"
    }
    if spec.items != nil { return "\(spec.name) \"...\", \(spec.name) { \"...\", ... }" }
    return spec.keys.isEmpty ? "\(spec.name)()" : "\(spec.name) { ... }"
  }

  private static func section(
    _ spec: TableSpec, usage: String, level: String = "##"
  ) -> String {
    var lines = ["\(level) \(spec.name)", "", "`\(usage)`", "", spec.doc, ""]
    if let items = spec.items {
      lines += ["Without a key: \(items.doc)", ""]
    }
    guard !spec.keys.isEmpty else { return lines.joined(separator: "\n") }
    lines += ["| key | takes | without it | |", "| --- | --- | --- | --- |"]
    lines += spec.keys.map { key in
      let absent = key.isRequired ? "required" : key.standard.map { "`\($0)`" } ?? ""
      return "| `\(key.name)` | \(key.type.expectation) | \(absent) | \(key.doc) |"
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private static var functions: String {
    var lines = ["## Functions", "", "| | when | |", "| --- | --- | --- |"]
    lines += RuleLanguage.functions.map { function in
      let phase =
        switch function.phase {
        case .load: "while loading"
        case .run: "while running"
        case .any: "always"
        }
      return "| `\(function.signature)` | \(phase) | \(function.doc) |"
    }
    lines += [
      "| `require \"name\"` | while loading | What another file of the directory returns. |"
    ]
    return (lines + [""]).joined(separator: "\n")
  }

  private static var state: String {
    var lines = ["## x.store", "", RuleLanguage.State.doc, "", "| | |", "| --- | --- |"]
    lines += RuleLanguage.State.functions.map { "| `\($0.signature)` | \($0.doc) |" }
    return (lines + [""]).joined(separator: "\n")
  }

  private static let view = """
    ## What a function sees

    `run = function(m, x)` gets the message and its surroundings, both read-only. A field that is not
    listed is an error with its line. Instants are seconds since 1970. A run may wait 120 s in all and
    call the host 32 times.

    """

  private static func section(_ record: RecordSpec) -> String {
    var lines = [
      "### \(record.shown)", "", record.doc, "", "| field | is | |", "| --- | --- | --- |",
    ]
    lines += record.fields.map { field in
      let type = field.type.expectation + (field.isOptional ? ", or nil" : "")
      return "| `\(field.name)` | \(type) | \(field.doc) |"
    }
    lines += record.methods.map { "| `\($0.signature)` | a function | \($0.doc) |" }
    return (lines + [""]).joined(separator: "\n")
  }
}
