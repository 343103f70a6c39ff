/// A rule file to begin with, and its test file.
struct Scaffold {
  enum Kind: String {
    case rule, persona, monitor
  }

  /// Who is read, and by which monitor.
  enum Audience: Equatable {
    /// A monitor that is there covers the people of the address book.
    case contacts(monitor: String)
    /// A monitor that is there covers groups.
    case group(monitor: String)
    /// None does: the file brings one of its own, for a single made-up name.
    case own
  }

  let kind: Kind
  let name: String
  /// Without `.lua`.
  let file: String
  let audience: Audience

  var text: String {
    switch kind {
    case .rule: rule
    case .persona: persona
    case .monitor: monitor
    }
  }

  /// The file's name for a declaration's name: `Late Invoice` is `late-invoice`; nil if it gives none.
  static func fileName(for name: String) -> String? {
    guard (1...64).contains(name.count),
      name.allSatisfy({ $0.isLetter || $0.isNumber || " ._-".contains($0) }),
      let first = name.first, first.isLetter || first.isNumber
    else { return nil }
    let file = name.lowercased().replacing(" ", with: "-").replacing(".", with: "-")
    // Such a file would be taken for tests.
    return file.hasSuffix("_test") ? nil : file
  }

  /// Somebody who does not exist, for examples that are to be changed; another one for each name.
  private var nobody: String {
    let letters = name.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    let number = name.utf8.reduce(0) { $0 + Int($1) }
    return name.allSatisfy(\.isASCII) ? "example_\(String(letters))" : "example_\(number)"
  }

  private var monitorName: String {
    switch audience {
    case .contacts(let monitor), .group(let monitor): monitor
    case .own: "\(name) chats"
    }
  }

  private var ownMonitor: String {
    guard audience == .own else { return "" }
    return """
      -- Nothing is read but what a monitor covers. Put your own chats here.
      monitor "\(monitorName)" { "@\(nobody)" }


      """
  }

  /// The fields of a test's message that make it be read.
  private var sender: String {
    switch audience {
    case .contacts: "contact = true, "
    case .group: "chat = \"group\", mentions_me = true, "
    case .own: "username = \"\(nobody)\", "
    }
  }
}

extension Scaffold {
  fileprivate var rule: String {
    """
    -- Rule "\(name)". docs/rules.md lists every key; understudy check and understudy test try what you
    -- write here.

    \(ownMonitor)rule "\(name)" {
      -- All of this must hold before the rule is asked.
      when = {
        monitor = "\(monitorName)",
        -- The words that it waits for; * stands for any ending.
        text = any_word { "\(name)" },
      },

      -- The highest is asked first.
      priority = 10,

      -- How often it may act.
      limit = "3/1h per chat",

      -- What to do, always the same. What depends on more than `when` can say is a function instead:
      --   run = function(m, x)
      --     if m.is_question then return reply "good question" end
      --     return nil, "it asks nothing"
      --   end,
      act = reply "thanks, i will come back to you",

      -- The reason that understudy why gives.
      because = "somebody wrote of \(name)",
    }

    """
  }

  fileprivate var persona: String {
    """
    -- Persona "\(name)": who answers. The model gets this text; what contacts write never becomes part
    -- of it.
    persona "\(name)" {
      -- extends = "me", and {{super}} in the text, where it is a variation of another one.
      system = [[
    You are {{owner.first_name}}, answering in a messenger.
    Short and friendly, one or two sentences, in the language you are written to.
    Promise no money, no dates, no places. If you are asked whether you are an AI, say so.]],

      -- The most characters of an answer.
      length = 280,

      -- 0 is sober, 2 is wild.
      temperature = 0.7,

      -- An answer that holds one of these is not sent.
      never = { "as a language model" },

      -- How much of the way you write yourself is told to the model; understudy style shows it.
      style = { learnt = 0.8 },
    }

    \(ownMonitor)-- Somebody to try it on. Once another rule uses the persona, this one can go.
    rule "try \(name)" {
      when = { monitor = "\(monitorName)", sender = "@\(nobody)" },
      priority = 10,
      act = ai_reply { persona = "\(name)" },
      because = "\(name) is being tried",
    }

    """
  }

  fileprivate var monitor: String {
    """
    -- Monitor "\(name)": chats that are read. What no monitor covers is neither stored nor shown to any
    -- rule, so let it cover as little as will do.
    monitor "\(name)" {
      -- People, groups and channels by @name or id; or all of a kind: "private", "group", "channel".
      "@\(nobody)",

      -- Of the private chats only those with people of your address book:
      -- contacts = true,

      -- Groups and channels by their titles. What is listed adds up: with "group" above, all groups are
      -- covered, whatever titles says.
      -- titles = { "Book club" },

      -- Chats that it does not cover, whatever else it says:
      -- exclude = { "@somebody_else" },

      -- Of groups only what mentions or answers you:
      -- only = "mentions",
    }

    """
  }

  /// The test file.
  var tests: String {
    switch kind {
    case .rule:
      """
      -- Cases for \(file).lua: understudy test

      case "\(name): its words are answered" {
        message = { \(sender)text = "about \(name): are you there?" },
        expect = { rule = "\(file)/\(name)", speech = "reply", text = "thanks, i will come back to you" },
      }

      case "\(name): not more often than its limit" {
        steps = {
          { message = { \(sender)text = "\(name)" }, expect = { rule = "\(file)/\(name)" } },
          { after = "1m", message = { \(sender)text = "\(name)!" }, expect = { rule = "\(file)/\(name)" } },
          { after = "1m", message = { \(sender)text = "\(name)!!" }, expect = { rule = "\(file)/\(name)" } },
          -- From here on other rules have their turn: say what they do.
          { after = "1m", message = { \(sender)text = "\(name)!!!" } },
        },
      }

      """
    case .persona:
      """
      -- Cases for \(file).lua: understudy test. No model is asked: `ai` is what it answers.

      case "\(name) answers" {
        message = { \(personSender)text = "how are you?" },
        ai = "good, and you?",
        expect = { rule = "\(file)/try \(name)", speech = "ai_reply", text = "good, and you?" },
      }

      """
    case .monitor:
      """
      -- Cases for \(file).lua: understudy test

      case "\(name): its chats are read" {
        message = { username = "\(nobody)", text = "hello" },
        expect = { guard = "none" },
      }

      """
    }
  }

  /// As ``sender``, of the one person whom a persona is tried on.
  private var personSender: String {
    audience == .own ? sender : "\(sender)username = \"\(nobody)\", "
  }
}
