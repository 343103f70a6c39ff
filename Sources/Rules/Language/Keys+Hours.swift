/// `hours "work" {...}`
enum HoursKeys {
  static let zone = KeySpec(
    "zone", .zone(or: ["owner", "sender"]), standard: #""owner""#,
    doc: """
      The time zone, by its IANA name; "owner" is the account's own, "sender" that of whoever wrote, \
      by the account's zones, and the owner's for people who are not named there.
      """)
  static let except = KeySpec(
    "except", .oneOrMore(.holidays),
    doc: """
      Days on which no window opens; what the day before left open stays open. An event with times \
      closes the hours while it lasts.
      """)

  static let spec = TableSpec(
    "hours",
    doc: """
      Windows of the week. A window belongs to the day on which it opens: "fri 22:00-02:00" ends on \
      Saturday. A local time that the clocks skip is taken as the next that they show; one that comes \
      twice counts twice.
      """,
    items: .init(
      .schedule, required: true,
      doc:
        #"Texts such as "mon-fri 09:00-12:30, 13:15-18:00", or days; without days every day, without times all day."#
    ),
    keys: [zone, except])
}

/// `limit "rarely" {...}`
enum LimitKeys {
  static let spec = TableSpec(
    "limit",
    doc: """
      How often rules may act. The rules that name a limit share it; every rate of it must be kept.
      """,
    items: .init(
      .limit, required: true, doc: #"Rates such as "1/30m per chat" and "20/1d"."#))
}
