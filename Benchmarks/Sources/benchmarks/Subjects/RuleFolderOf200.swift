import Engine
import Foundation
import Model
import Rules
import Synchronization

/// A folder of 200 rule files, followed as `understudy run` follows it.
final class RuleFolderOf200: Sendable {
  static let files = 200

  private let scratch: Scratch
  private let reloader: RuleReloader
  private let running: Task<Void, Never>
  private let edits = Mutex(0)

  /// - Parameter hasTests: whether a test file lies beside the rules, which they have to pass.
  init(hasTests: Bool) async throws {
    let scratch = try Scratch()
    for source in Self.sources {
      try Data(source.bytes).write(to: scratch[source.path])
    }
    if hasTests { try Data(Self.tests.utf8).write(to: scratch["topics_test.lua"]) }
    self.scratch = scratch
    let folder = RuleFolder(path: scratch.folder.path)
    reloader = RuleReloader(folder: folder, clock: .system) { _ in }
    running = Task { [reloader] in await reloader.run(from: []) }
    // By then the files as they are now are in force.
    _ = await compare()
  }

  deinit { running.cancel() }

  /// One file is saved with another content, and the folder is compared as by `understudy reload`.
  func reload() async throws {
    let number = edits.withLock { edits in
      edits += 1
      return edits
    }
    let file = Self.topic(7) + "\n-- edited \(number) times\n"
    try Data(file.utf8).write(to: scratch["topic7.lua"])
    switch await compare() {
    case .loaded(let rules) where rules.summary.rules.count == 2 * (Self.files - 1): break
    // The watch has told of it, and it was reloaded, just before.
    case .unchanged: break
    case let outcome: throw BenchmarkError("the rules were not reloaded: \(outcome)")
    }
  }

  private func compare() async -> RuleReloader.Comparison {
    await withCheckedContinuation { waiter in
      reloader.reload { waiter.resume(returning: $0) }
    }
  }

  static var sources: [RuleSource] {
    let account = RuleSource(
      path: "account.lua",
      text: """
        account { zone = "Europe/Berlin" }
        monitor "people" { "private", contacts = true }
        persona "me" { system = "You are {{owner.first_name}}. Short, warm, lower case." }
        """)
    return [account]
      + (1..<files).map { RuleSource(path: "topic\($0).lua", text: topic($0)) }
  }

  /// A file as people write them.
  static func topic(_ number: Int) -> String {
    """
    -- What is answered when somebody writes about topic \(number).

    local words = { "topic\(number)", "subject\(number)", "the matter of \(number)" }

    delay "pace \(number)" {
      notice = lognormal("25s", "4m"),
      reading = per_char(0.03),
      typing = cps(6, 9),
      cap = "12m",
    }

    rule "urgent" {
      when = { monitor = "people", text = any_word { "urgent\(number)", "asap\(number)" } },
      priority = 20,
      limit = "1/30m per chat",
      act = {
        reply { "i am looking, {{sender.first_name}}", delay = "pace \(number)" },
        notify "urgent: {{message.text}}",
      },
      because = "it is urgent",
    }

    rule "about" {
      when = { monitor = "people", text = any_word(words) },
      run = function(m, x)
        if m.is_question then
          return ai_reply { persona = "me", delay = "pace \(number)" }, "a question"
        end
        return reply { "noted, " .. m.sender.first_name, delay = "pace \(number)" }
      end,
    }
    """
  }

  private static let tests = (1...10).map { number in
    """
    case "asks about \(number)" {
      message = { contact = true, text = "what about topic\(number)" },
      expect = { speech = "reply", rule = "topic\(number)/about" },
    }
    """
  }.joined(separator: "\n")
}
