import Engine
import Model
import Rules
import Synchronization

/// The rules of a storm, and how often each message was put to them.
final class WatchedRules: Rulings {
  private let rules: RuleSet
  private let asked = Mutex<[MessageReference: Int]>([:])

  init() throws(RuleLoadError) {
    rules = try RuleSet.load([RuleSource(path: "storm.lua", text: Self.text)])
  }

  var fingerprint: String { rules.fingerprint }
  var account: AccountSettings { rules.account }
  var ruleHashes: [String: String] { rules.ruleHashes }

  func monitor(for chat: Chat, contact: Contact?, owner: Contact?) -> String? {
    rules.monitor(for: chat, contact: contact, owner: owner)
  }

  func monitor(
    of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> String? {
    rules.monitor(of: message, in: chat, contact: contact, owner: owner)
  }

  func decide(_ input: DecisionInput, host: any RuleHost) async -> Ruling {
    asked.withLock { $0[input.message.reference, default: 0] += 1 }
    return await rules.decide(input, host: host)
  }

  func considerations(
    of ruling: Ruling, about input: DecisionInput
  ) -> (considered: [Consideration], omitted: Int) {
    rules.considerations(of: ruling, about: input)
  }

  func timesAsked(about message: MessageReference) -> Int { asked.withLock { $0[message] ?? 0 } }

  /// The last word of a message says what is to be done (`StormEvent.Manner`); its first is its number,
  /// which the answer carries.
  private static let text = """
    account {
      zone = "Europe/Berlin",
      hold = "2m",
      caps = { chat = "10000/1h", total = "100000/1h" },
    }
    monitor "all" { "private", "group" }
    persona "me" { system = "You are {{owner.first_name}}." }
    delay "human" {
      notice = lognormal("6s", "25s"), reading = cps(20, 40), typing = uniform("2s", "14s"),
    }
    local function number(m) return m.text:match("^%S+") end
    rule "spam" { when = { monitor = "all", text = "spam" }, priority = 9, act = ignore() }
    rule "wow" {
      when = { monitor = "all", text = "wow" }, priority = 8, delay = "human", act = react "👍",
    }
    rule "why" {
      when = { monitor = "all", text = "why" }, priority = 7,
      act = ai_reply { persona = "me", delay = "human" },
    }
    rule "urgent" {
      when = { monitor = "all", text = "urgent" }, priority = 6, delay = "human",
      run = function(m) return { reply("at once " .. number(m)), notify(m.text) } end,
    }
    rule "plain" {
      when = { monitor = "all", text = "plain" }, priority = 5, delay = "human",
      run = function(m) return reply("re " .. number(m)) end,
    }
    """
}
