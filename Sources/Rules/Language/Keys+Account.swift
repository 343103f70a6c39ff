/// `account {...}`
enum AccountKeys {
  static let zone = KeySpec(
    "zone", .zone(or: []), standard: #""UTC""#,
    doc: "The owner's time zone; hours that name none of their own are read in it.")
  static let zones = KeySpec(
    "zones", .zones,
    doc: #"In which zones people live, for hours with zone = "sender"."#)
  static let hold = KeySpec(
    "hold", .duration, standard: #""15m""#,
    doc: "How long the twin stays silent in a chat after the owner has written there.")
  static let caps = KeySpec(
    "caps", .table(capsSpec), doc: "The most messages that leave in the owner's name.")
  static let downtime = KeySpec(
    "downtime", .table(downtimeSpec),
    doc: "What becomes of messages that came while Understudy was not running.")

  static let http = KeySpec(
    "http", .oneOrMore(.host), standard: "{}",
    doc: """
      The hosts that http.get and http.post may reach: "api.example.org", with a port where it is not the \
      usual one: "127.0.0.1:8080". No others, by redirects neither.
      """)

  static let forward = KeySpec(
    "forward", .oneOrMore(.peer), standard: "{}",
    doc: """
      The chats to which functions may forward messages. What stands in act is named there, and needs no \
      leave.
      """)

  static let tg = KeySpec(
    "tg", .oneOrMore(.method), standard: "{}",
    doc: """
      The methods of Telegram's API that tg.call may call, by name: "users.getFullUser". No others; those \
      that log in, pay, or change who may use the account can never be listed.
      """)

  static let shadow = KeySpec(
    "shadow", .duration, standard: "0",
    doc: """
      The rules of a file that is new work in shadow for so long: what they would do stands in why, and \
      nothing of it is done. The files of the first start are not new.
      """)

  static let capsSpec = TableSpec(
    "caps", doc: "Every rate of a list must be kept.", keys: [capOfChat, capOfAll])
  static let capOfChat = KeySpec(
    "chat", .oneOrMore(.rate), standard: #""12/1h""#, doc: "In any one chat.")
  static let capOfAll = KeySpec(
    "total", .oneOrMore(.rate), standard: #"{ "60/1h", "300/1d" }"#, doc: "In all chats together.")

  static let downtimeSpec = TableSpec(
    "downtime", doc: "Decides over a backlog by its age.", keys: [answer, notify])
  static let answer = KeySpec(
    "answer", .duration, standard: #""1h""#,
    doc: "Messages up to this age are decided as if they had just come; older ones are skipped.")
  static let notify = KeySpec(
    "notify", .boolean, standard: "true",
    doc: "Whether the owner is told how many were skipped.")

  static let budget = KeySpec(
    "budget", .table(BudgetKeys.spec),
    doc: """
      What models may cost on one day, by the account's clock. Counted as providers count; where one does \
      not tell, four characters are a token. What would exceed a limit is not asked for.
      """)

  static let spec = TableSpec(
    "account", doc: "Settings of the account as a whole; once in a rule set.",
    keys: [zone, zones, hold, caps, downtime, http, tg, forward, shadow, budget])
}
