extension RuleLanguage {
  /// What `ai.classify` and `ai.extract` take.
  enum Asking {
    static let labels = KeySpec(
      "labels", .oneOrMore(.text(most: 60)), required: true,
      doc: "What it may be: words or short phrases, two at least.")
    static let fields = KeySpec(
      "fields", .fields, required: true,
      doc: #"What to look for, by name: { amount = "the sum asked for, as a number" }."#)
    static let prompt = KeySpec(
      "prompt", .text(most: 8000), doc: "What else the model should know; the owner's words.")

    static let classify = TableSpec(
      "ai.classify",
      doc: """
        Asks the model which of the labels fits, and gives that label; nil if it answered with anything \
        else.
        """, keys: [labels, prompt, Complete.about, Complete.history])
    static let extract = TableSpec(
      "ai.extract",
      doc: """
        Asks the model for what is said, and gives a table with the fields; what is not said is nil. An \
        answer that is no JSON is an error.
        """, keys: [fields, prompt, Complete.about, Complete.history])

    static let functions = [
      Function(
        name: "ai.classify", phase: .run, signature: #"ai.classify { labels = { "yes", "no" } }"#,
        doc: "Asks the model which label fits."),
      Function(
        name: "ai.extract", phase: .run,
        signature: #"ai.extract { fields = { day = "which day" } }"#,
        doc: "Asks the model for what a text says."),
    ]
  }
}
