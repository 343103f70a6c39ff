import CDecision
import Model
import Rules

/// A rule set of a given size, of which one rule answers: the words that the others look for do not
/// occur.
struct Decisions: Sendable {
  enum Case: String {
    /// No rule looks for the message's words.
    case unmatched = "good evening to you all"
    case act = "could you send the report, please"
    case run = "what about the invoice from last week"
  }

  let rules: Int

  private static let slow = #"delay "slow" { notice = "1h", reading = "2s", typing = "3s" }"#
  private static let invoice = """
    rule "invoice" {
      when = { monitor = "people", text = "invoice" },
      run = function(m, x)
        if m.text:find("last week", 1, true) then
          return reply { "sent, " .. m.sender.first_name, delay = "slow" }, "about last week"
        end
      end,
    }
    """

  func source() -> RuleSource {
    let fillers = (0..<(rules - 2)).map { number in
      """
      rule "filler \(number)" {
        when = { monitor = "people", text = "keyword\(number)" },
        act = reply "filler \(number)",
      }
      """
    }
    let text = """
      account { zone = "UTC", caps = { chat = "1000/1m", total = "1000/1m" } }
      monitor "people" { "private" }
      \(Self.slow)
      \(fillers.joined(separator: "\n"))
      rule "report" {
        when = { monitor = "people", text = "report" },
        act = reply { "in an hour, {{sender.first_name}}", delay = "slow" },
      }
      \(Self.invoice)
      """
    return RuleSource(path: "bench.lua", text: text)
  }

  func load() throws -> RuleSet { try RuleSet.load([source()]) }

  func work(_ name: String, _ example: Case) throws -> Work {
    let set = try load()
    let input = Self.input(example.rawValue, from: 5, id: 100)
    let host = Host()
    return Work(name, unit: .items, amount: 1) { times in
      for _ in 0..<times {
        let ruling = await set.decide(input, host: host)
        guard ruling.plan.claims.isEmpty == (example == .unmatched), ruling.problems.isEmpty else {
          throw BenchmarkError("\(name): \(ruling)")
        }
      }
    }
  }

  /// What `run` decides, by hand in C: a coroutine, the message in tables, the plan read back. Neither
  /// sandbox nor trace.
  func byHand() throws -> Work {
    let text = Array((Self.slow + "\n" + Self.invoice).utf8CString.dropLast())
    guard let rules = byhand_open(text, text.count) else {
      throw BenchmarkError("the rule cannot be loaded by hand")
    }
    let message = ByHand(Self.input(Case.run.rawValue, from: 5, id: 100))
    // Lives as long as the process.
    return Work("the same by hand in C", unit: .items, amount: 1) { times in
      for _ in 0..<times {
        guard message.decide(by: rules) else { throw BenchmarkError("by hand there is no plan") }
      }
    }
  }

  static let account = AccountID(1)
  static let owner = Contact(id: 1, firstName: "Olga", isSelf: true)
  static let now = Timestamp(seconds: 1_767_225_600)

  static func input(
    _ text: String, from sender: Int64, id: Int32, at now: Timestamp = Decisions.now
  ) -> DecisionInput {
    let contact = Contact(id: sender, firstName: "Bo", isContact: true)
    let chat = Chat(id: .user(sender), kind: .private, title: "Bo")
    let message = Message(
      account: account, chat: chat.id, id: id, sender: .user(sender), date: now, text: text)
    return DecisionInput(message: message, chat: chat, sender: contact, owner: owner, now: now)
  }

  /// Nothing of it is asked for here.
  private struct Host: RuleHost {
    func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion {
      throw BenchmarkError("no model here")
    }
    func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message] { [] }
    func sleep(for duration: Duration) async throws {
      // The deadline of each run, which none here reaches.
      try await Task.sleep(for: duration)
    }
    func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int { 0 }
    func log(_ text: String, rule: String) {}
  }
}
