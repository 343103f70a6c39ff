/// What the owner must have read before an own account is automated [A40].
enum RiskNotice {
  static let text = """
    Before you log in:
    - Telegram's terms forbid spam and let it limit or ban accounts that behave like machines. You run
      a twin at your own risk; use it for your own conversations, with modest rules.
    - Everything stays on this machine, except: messages go to Telegram; what a rule has a model
      answer goes to the provider that you configured (OPENAI_BASE_URL), and to nobody else.
    - Whoever has this folder's key file and database can act as you. Guard both.
    """

  /// On a terminal the owner confirms; a script that pipes its answers in has read the documentation.
  static func acknowledge() throws {
    Terminal.note(text)
    guard Terminal.readsFromPerson else { return }
    let answer = try Terminal.ask("Go on? (yes/no)").lowercased()
    guard ["y", "yes", "да"].contains(answer) else {
      throw CommandError(.usage, "Nothing was done.")
    }
  }
}
