import Engine
import Model
import Rules

/// What others answer in a console, as its lines say it.
extension ConsoleStage {
  /// `http https://api.example.org/x 404 "gone"`.
  mutating func webAnswers(_ rest: String) throws -> String {
    if rest == "off" {
      simulation.web = [:]
      return "The web answers nothing."
    }
    var tokens = try ConsoleTokens(rest)
    guard let url = tokens.next()?.text, let address = WebAnswer.address(url) else {
      throw ConsoleError("Which URL? http https://api.example.org/x \"text\"; or http off")
    }
    var status = 200
    if let next = tokens.peek, !next.isQuoted {
      guard let number = Int(next.text), (100...599).contains(number) else {
        throw ConsoleError("The answer stands in quotes: http \(url) \"text\", or http \(url) 404")
      }
      status = number
      _ = tokens.next()
    }
    let body = tokens.next()
    guard body?.isQuoted ?? (status != 200), tokens.next() == nil else {
      throw ConsoleError("The answer stands in quotes: http \(url) \"text\", or http \(url) 404")
    }
    let response = WebResponse(status: status, body: Array((body?.text ?? "").utf8))
    simulation.web?[address] = response
    return "\(address) answers \(status), \(response.body.count) bytes, from now on."
  }

  /// `tg users.getFullUser {"full_user": {}}`, `tg users.getFullUser error FLOOD_WAIT_17`.
  mutating func telegramAnswers(_ rest: String) throws -> String {
    if rest == "off" {
      simulation.methods = [:]
      return "Telegram answers nothing."
    }
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let answer = WebAnswer.method(parts[1]) else {
      throw ConsoleError(
        "What does it answer? tg users.getFullUser {\"full_user\": {}}, or tg users.getFullUser error "
          + "FLOOD_WAIT_17; or tg off")
    }
    simulation.methods?[parts[0]] = answer
    return "\(parts[0]) answers \(parts[1]) from now on."
  }
}
