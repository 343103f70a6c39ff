import Foundation
import Model
import Rules
package import Store

/// How somebody writes, as figures: learnt from the owner's own messages (A9), or fixed.
///
/// It holds counts, emoji, and words of ``StyleLexicon``; no other word of any message.
package struct StyleProfile: Sendable, Hashable {
  /// Lower quartile, median, upper quartile, and what nine of ten do not exceed.
  package struct Spread: Sendable, Hashable, Codable {
    package var quarter = 0
    package var median = 0
    package var threeQuarters = 0
    package var nineTenths = 0

    package init(_ values: [Int]) {
      guard !values.isEmpty else { return }
      let sorted = values.sorted()
      func at(_ share: Double) -> Int { sorted[Int((Double(sorted.count - 1) * share).rounded())] }
      quarter = at(0.25)
      median = at(0.5)
      threeQuarters = at(0.75)
      nineTenths = at(0.9)
    }
  }

  /// How many messages the owner sends in a row.
  package struct Row: Sendable, Hashable, Codable {
    /// The share of turns that are more than one message.
    package var share = 0.0
    /// Messages in a turn, on average.
    package var mean = 1.0
    /// Messages in a turn of more than one, the median; 0: there are none.
    package var longer = 0
    /// From one to the next within a turn, in milliseconds, the median; nil: there are none.
    package var gap: Int64?

    package init() {}
  }

  package private(set) var messages = 0
  package private(set) var chats = 0
  /// How many texts fall into each class of ``StyleHabit/classes``.
  package private(set) var counts: [StyleHabit: [Double]]
  package private(set) var words = Spread([])
  package private(set) var characters = Spread([])
  package private(set) var row = Row()
  /// The most used first.
  package private(set) var emoji: [String] = []
  package private(set) var smileys: [String] = []
  package private(set) var abbreviations: [String] = []
  package private(set) var greetings: [String] = []
  package private(set) var closings: [String] = []
  /// Codes and the share of the messages of which the language could be told.
  package private(set) var languages: [Language] = []

  package struct Language: Sendable, Hashable, Codable {
    package var code: String
    package var share: Double
  }

  /// What follows within this time is the same turn.
  package static let turnGap: Int64 = 120_000

  /// - Parameter writings: in any order.
  package init(of writings: [OwnWriting]) {
    let told = writings.compactMap { writing in
      StyleTraits(of: writing.text, followsOwn: writing.followsOwn).map { (writing, $0) }
    }
    let traits = told.map(\.1)
    messages = told.count
    chats = Set(told.map(\.0.chat)).count
    counts = [:]
    for habit in StyleHabit.allCases {
      counts[habit] = [Double](repeating: 0, count: habit.classes.count)
      for trait in traits { counts[habit]?[trait.classes[habit] ?? 0] += 1 }
    }
    words = Spread(traits.map(\.words))
    characters = Spread(traits.map(\.characters))
    row = Self.row(of: told.map(\.0))
    emoji = Self.mostUsed(traits.flatMap(\.emoji), limit: 5)
    smileys = Self.mostUsed(traits.flatMap(\.smileys), limit: 3)
    abbreviations = Self.mostUsed(traits.flatMap(\.abbreviations), limit: 6)
    greetings = Self.mostUsed(traits.compactMap(\.greeting), limit: 3)
    closings = Self.mostUsed(traits.compactMap(\.closing), limit: 3)
    languages = Self.languages(of: told.map(\.0.text))
  }

  /// A fixed profile; what it has seen is told by its counts alone.
  init(fixed counts: [StyleHabit: [Double]]) { self.counts = counts }

  /// The share of texts in a class, 0 to 1.
  package func share(_ habit: StyleHabit, _ place: Int) -> Double {
    guard let counts = counts[habit] else { return 0 }
    let total = counts.reduce(0, +)
    return total > 0 ? counts[place] / total : 0
  }

  private static func row(of writings: [OwnWriting]) -> Row {
    var row = Row()
    let following = writings.filter(\.followsOwn)
    let turns = writings.count - following.count
    guard turns > 0 else { return row }
    row.mean = Double(writings.count) / Double(turns)
    var lengths: [Int] = []
    for writing in writings.sorted(by: { ($0.chat.marked, $0.id) < ($1.chat.marked, $1.id) }) {
      if writing.followsOwn, !lengths.isEmpty {
        lengths[lengths.count - 1] += 1
      } else {
        lengths.append(1)
      }
    }
    let longer = lengths.filter { $0 > 1 }.sorted()
    row.share = Double(longer.count) / Double(lengths.count)
    row.longer = longer.isEmpty ? 0 : longer[longer.count / 2]
    let gaps = following.compactMap(\.gap).sorted()
    row.gap = gaps.isEmpty ? nil : gaps[gaps.count / 2]
    return row
  }

  /// What was used more than once.
  private static func mostUsed(_ values: [String], limit: Int) -> [String] {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(limit).map(\.key)
  }

  private static func languages(of texts: [String]) -> [Language] {
    let codes = texts.compactMap(LanguageGuess.code(of:))
    return mostUsed(codes, limit: 3).map { code in
      Language(code: code, share: Double(codes.count { $0 == code }) / Double(codes.count))
    }
  }
}

extension OwnWriting {
  var followsOwn: Bool { gap.map { $0 <= StyleProfile.turnGap } ?? false }
}
