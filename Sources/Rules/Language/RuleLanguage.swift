/// The whole vocabulary of rule files in one table: what checks them also documents them.
enum RuleLanguage {
  /// What is declared with a name: `monitor "people" {...}`.
  static let declarations = [
    MonitorKeys.spec, WhenKeys.filterSpec, HoursKeys.spec, DelayKeys.spec, PersonaKeys.spec,
    LimitKeys.spec, RuleKeys.spec, EveryKeys.spec,
  ]
  /// What is called with a table alone: `account {...}`.
  static let settings = [AccountKeys.spec]
  static let actions = ActionKeys.all

  /// A function that is not described by a table it takes.
  struct Function: Sendable {
    enum Phase: Sendable { case load, run, any }

    let name: String
    let phase: Phase
    /// As documentation shows the call.
    let signature: String
    let doc: String
  }

  static let functions = plainFunctions + Asking.functions + Memory.functions + Web.functions

  private static let plainFunctions = [
    Function(
      name: "lognormal", phase: .load, signature: "lognormal(median, high)",
      doc: "A time of which half are below the median and 19 of 20 below high; a long tail."),
    Function(
      name: "normal", phase: .load, signature: "normal(middle, high)",
      doc: "A time of which half are below the middle and 19 of 20 below high; never below zero."),
    Function(
      name: "uniform", phase: .load, signature: "uniform(shortest, longest)",
      doc: "A time anywhere between the two."),
    Function(
      name: "per_char", phase: .load, signature: "per_char(seconds)",
      doc: "A time for each character of the text."),
    Function(
      name: "cps", phase: .load, signature: "cps(slowest, fastest)",
      doc: "A speed in characters a second."),
    Function(
      name: "days", phase: .load, signature: #"days "sat-sun""#, doc: "Whole days, for hours."),
    Function(
      name: "holidays", phase: .load,
      signature: #"holidays("de.ics", "12-25", "2026-08-03..2026-08-14")"#,
      doc: """
        Days off, for hours: iCalendar files of the rules directory, days of each year, days and \
        stretches of one.
        """),
    Function(
      name: "any_word", phase: .load, signature: #"any_word { "money", "bank account", "pay*" }"#,
      doc: "Words and phrases, one of which must occur whole; * stands for any ending."),
    Function(
      name: "re", phase: .load, signature: #"re "(?i)\\biban\\b""#,
      doc: """
        A regular expression in RE2's syntax, looked for anywhere in the text as it was written; \
        `(?i)` makes it blind to case. Its time is linear in the text.
        """),
    Function(
      name: "ai.complete", phase: .run, signature: "ai.complete { persona = ..., prompt = ... }",
      doc: "Asks the model and waits for its text."),
    Function(
      name: "task.sleep", phase: .run, signature: #"task.sleep "2s""#,
      doc: "Waits; all waiting of a run together takes 120 s at most."),
    Function(
      name: "task.all", phase: .run, signature: "task.all { f, g }",
      doc: """
        Runs up to 16 functions side by side and gives the first value of each, in their order and not in a \
        table: local a, b = task.all { f, g }. \
        They share the run's budgets, its 32 calls of the host and its 120 s. If one fails, the others are \
        called off, and the error says which it was and where.
        """),
    Function(
      name: "task.race", phase: .run, signature: "task.race { f, g }",
      doc: """
        Likewise, but gives what the first one returned that came through, and its number; the others are \
        called off, and what comes for them later is dropped. An error only if all fail. With a function \
        that sleeps it sets a time limit: task.race { f, function() task.sleep "5s" end }.
        """),
    Function(
      name: "text.fold", phase: .any, signature: "text.fold(s)",
      doc: "The text without case, accents and width, for comparing."),
    Function(
      name: "text.words", phase: .any, signature: "text.words(s)", doc: "The words of the text."),
    Function(
      name: "text.len", phase: .any, signature: "text.len(s)",
      doc: "The length in characters as a reader counts them."),
    Function(
      name: "text.language", phase: .any, signature: "text.language(s)",
      doc: """
        The language of the text, such as "de", guessed without asking anybody: by its script, its frequent \
        words and its sequences of letters. nil where that does not tell, as of single words. Told apart \
        are \(LanguageGuess.codes.joined(separator: ", ")).
        """),
    Function(
      name: "json.encode", phase: .any, signature: "json.encode(value)", doc: "The value as JSON."),
    Function(
      name: "json.decode", phase: .any, signature: "json.decode(s)",
      doc: "The value of a JSON text."),
    Function(
      name: "log", phase: .run, signature: "log(...)",
      doc: """
        Writes a line for you: run shows it at once, why among the notes of the decision, console and \
        test --verbose with what came of the message. 50 lines of a run at most.
        """),
  ]

  /// What `ai.complete` takes.
  enum Complete {
    static let persona = KeySpec("persona", .name(.persona), doc: "Who speaks.")
    static let prompt = KeySpec(
      "prompt", .text(most: 8000),
      doc: "The owner's instruction. What a contact wrote does not belong here: see about.")
    static let about = KeySpec(
      "about", .material, standard: "m",
      doc:
        "A message, a text or a list of such, handed to the model as data and never as instruction."
    )
    static let history = KeySpec(
      "history", .integer(0...200), standard: "0",
      doc: "How many earlier messages of the chat the model sees.")

    static let spec = TableSpec(
      "ai.complete", doc: "Asks the model and waits for its text.",
      keys: [persona, prompt, about, history])
  }
}
