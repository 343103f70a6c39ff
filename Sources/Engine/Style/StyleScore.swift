import Foundation
package import Model
package import Store

/// How well a manner that was learnt from older messages tells the newer ones, beside a generic one (A9).
///
/// The messages are held out by time: the profile is learnt from the older four fifths, and each of the
/// newest fifth is looked at through it and through ``StyleProfile/generic``. The figures are bits of
/// surprise a message, the mean over the newer ones: the sum over all ``StyleHabit`` of the negative binary
/// logarithm of how likely the profile holds the class that the message falls into. Less is nearer.
package struct StyleScore: Sendable, Hashable {
  /// Messages that were learnt from, and that were held out.
  package let learntFrom: Int
  package let heldOut: Int
  /// Of the first that was held out.
  package let since: Timestamp
  package let learnt: Double
  package let generic: Double
  /// For how many of them the learnt profile is the nearer one.
  package let nearer: Int
  package let habits: [Habit]

  /// What one habit has of both figures.
  package struct Habit: Sendable, Hashable {
    package let habit: StyleHabit
    package let learnt: Double
    package let generic: Double
  }

  /// So many must be held out for a figure to say anything.
  package static let least = 5

  /// Nil: there are too few.
  package init?(_ writings: [OwnWriting]) {
    let told = writings.sorted {
      ($0.date, $0.chat.marked, $0.id) < ($1.date, $1.chat.marked, $1.id)
    }
    .compactMap { writing in
      StyleTraits(of: writing.text, followsOwn: writing.followsOwn).map { (writing, $0) }
    }
    let cut = told.count * 4 / 5
    let newer = told[cut...]
    guard cut >= StyleLibrary.least, newer.count >= Self.least, let first = newer.first else {
      return nil
    }
    let profile = StyleProfile(of: told[..<cut].map(\.0))
    let count = Double(newer.count)
    func mean(_ figure: (StyleTraits) -> Double) -> Double {
      newer.reduce(0) { $0 + figure($1.1) } / count
    }
    learntFrom = cut
    heldOut = newer.count
    since = first.0.date
    learnt = mean(profile.bits)
    generic = mean(StyleProfile.generic.bits)
    nearer = newer.count { profile.bits(of: $0.1) < StyleProfile.generic.bits(of: $0.1) }
    habits = StyleHabit.allCases.map { habit in
      Habit(
        habit: habit, learnt: mean { profile.bits(habit, of: $0) },
        generic: mean { StyleProfile.generic.bits(habit, of: $0) })
    }
  }
}
