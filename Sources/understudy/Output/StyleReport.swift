import Engine
import Foundation
import Model

/// What was learnt of the owner's style, and how well it tells what they write (A9).
struct StyleReport: Encodable {
  /// Nil: all that are read.
  let chat: PeerID?
  let messages: Int
  let chats: Int
  /// Of the messages, those of the chat itself.
  let ofChat: Int?
  /// The least that it takes.
  let least: Int
  let words: StyleProfile.Spread
  let characters: StyleProfile.Spread
  let row: StyleProfile.Row
  let emoji: [String]
  let smileys: [String]
  let abbreviations: [String]
  let greetings: [String]
  let closings: [String]
  let languages: [StyleProfile.Language]
  let habits: [Habit]
  /// What a persona is told that takes all of it; nil: too few messages.
  let instructions: String?
  /// Nil: too few messages to hold some out.
  let score: Score?

  /// How often each class of a habit was met.
  struct Habit: Encodable {
    let name: String
    let title: String
    let shares: [Share]

    struct Share: Encodable {
      let name: String
      let share: Double
    }
  }

  struct Score: Encodable {
    let learntFrom: Int
    let heldOut: Int
    let since: Timestamp
    let learntBits: Double
    let genericBits: Double
    let nearer: Int
    let habits: [Habit]

    struct Habit: Encodable {
      let name: String
      let learntBits: Double
      let genericBits: Double
    }
  }

  init(chat: PeerID?, ofChat: Int?, profile: StyleProfile, score: StyleScore?) {
    self.chat = chat
    self.ofChat = ofChat
    messages = profile.messages
    chats = profile.chats
    least = StyleLibrary.least
    words = profile.words
    characters = profile.characters
    row = profile.row
    emoji = profile.emoji
    smileys = profile.smileys
    abbreviations = profile.abbreviations
    greetings = profile.greetings
    closings = profile.closings
    languages = profile.languages
    habits = StyleHabit.allCases.map { habit in
      Habit(
        name: habit.rawValue, title: habit.title,
        shares: habit.classes.enumerated().map { place, name in
          Habit.Share(name: name, share: profile.share(habit, place))
        })
    }
    instructions =
      profile.messages < StyleLibrary.least ? nil : profile.wholeInstructions
    self.score = score.map { score in
      Score(
        learntFrom: score.learntFrom, heldOut: score.heldOut, since: score.since,
        learntBits: score.learnt, genericBits: score.generic, nearer: score.nearer,
        habits: score.habits.map {
          Score.Habit(
            name: $0.habit.rawValue, learntBits: $0.learnt, genericBits: $0.generic)
        })
    }
  }

  var text: String {
    var source = "Learnt from \(messages) of your own messages in \(chats) chat\(plural(chats))"
    if let ofChat, chats > 1 { source += ", \(ofChat) of them in this one" }
    guard let instructions else {
      return
        "\(source): a style takes at least \(least). Messages are stored while 'understudy run' works; "
        + "'understudy history CHAT --keep --limit 1000' takes a history over."
    }
    var lines = [source + ".", "", table, ""]
    lines += used
    lines.append(rowText)
    lines += ["", "A persona with style = { learnt = 1 } is told:", "  \(instructions)", ""]
    lines.append(scoreText)
    return lines.joined(separator: "\n")
  }

  private var table: String {
    var table = Table("HABIT", "MOSTLY")
    table.add(
      "length",
      "\(words.quarter) to \(words.threeQuarters) words, median \(words.median); "
        + "\(characters.quarter) to \(characters.threeQuarters) characters")
    for habit in habits where habit.name != StyleHabit.words.rawValue {
      let met = habit.shares.filter { $0.share >= 0.005 }.sorted { $0.share > $1.share }
      table.add(
        habit.title, met.prefix(3).map { "\($0.name) \(percent($0.share))" }.joined(separator: ", ")
      )
    }
    return table.render(widest: 72)
  }

  private var used: [String] {
    let spoken = languages.map { "\($0.code) \(percent($0.share))" }
    return [
      ("Emoji", emoji), ("Smileys", smileys), ("Short forms", abbreviations),
      ("Greetings", greetings), ("Closings", closings), ("Languages", spoken),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: "  "))" }
  }

  private var rowText: String {
    let gap = row.gap.map { ", \($0 / 1000) s apart" } ?? ""
    return
      "Turns: \(number(row.mean)) messages on average, more than one in \(percent(row.share)) of them\(gap)"
  }

  private var scoreText: String {
    guard let score else {
      return "Too few messages to hold the newest fifth out and see how well it is known."
    }
    return
      "Held out: the newest \(score.heldOut) messages, against what the \(score.learntFrom) before them show.\n"
      + "  learnt \(number(score.learntBits)), generic \(number(score.genericBits)) bits of surprise a "
      + "message; the learnt one is the nearer for \(score.nearer) of \(score.heldOut)"
  }

  private func plural(_ count: Int) -> String { count == 1 ? "" : "s" }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func number(_ value: Double) -> String {
    value.formatted(
      .number.precision(.fractionLength(2)).locale(Locale(identifier: "en_US_POSIX")))
  }
}
