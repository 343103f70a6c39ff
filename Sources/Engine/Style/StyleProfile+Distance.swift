import Foundation

// How well a profile tells what somebody writes.
extension StyleProfile {
  /// What an assistant writes by itself: whole sentences with capitals and full stops, longer than a chat's,
  /// each in one message. What a learnt profile is held against; a hundred messages, by our own judgement.
  package static let generic = StyleProfile(fixed: [
    .words: [1, 1, 3, 8, 17, 25, 30, 12, 3], .beginning: [2, 95, 3],
    .ending: [5, 60, 12, 18, 1, 0, 3, 1], .commas: [30, 35, 20, 15], .emoji: [90, 7, 2, 1],
    .smileys: [99, 1], .abbreviations: [96, 3, 1], .greeting: [80, 20], .closing: [88, 12],
    .lines: [80, 8, 12], .questions: [70, 30], .capitals: [93, 5, 2], .row: [98, 2],
  ])

  /// How likely a text of this writer falls into a class: its share, as if each class had been seen half a
  /// time more (Krichevsky and Trofimov's estimate), so that nothing is impossible.
  func probability(_ habit: StyleHabit, _ place: Int) -> Double {
    guard let counts = counts[habit], counts.indices.contains(place) else { return 0.5 }
    return (counts[place] + 0.5) / (counts.reduce(0, +) + 0.5 * Double(counts.count))
  }

  /// The surprise at one habit of a text in bits: the negative logarithm of how likely it is.
  func bits(_ habit: StyleHabit, of traits: StyleTraits) -> Double {
    -log2(probability(habit, traits.classes[habit] ?? 0))
  }

  /// The surprise at a text in bits, as if its habits had nothing to do with each other; the less, the nearer
  /// it is to this manner.
  func bits(of traits: StyleTraits) -> Double {
    StyleHabit.allCases.reduce(0) { $0 + bits($1, of: traits) }
  }

  /// How far a habit is from another writer's, in bits a message (Kullback and Leibler's divergence).
  func divergence(_ habit: StyleHabit, from other: StyleProfile) -> Double {
    habit.classes.indices.reduce(0) { sum, place in
      let own = probability(habit, place)
      return sum + own * log2(own / other.probability(habit, place))
    }
  }
}
