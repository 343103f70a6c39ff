import Foundation
import Model

/// The owner's past exchanges, made ready to be searched by what the contact wrote.
package struct EpisodeIndex: Sendable {
  /// The newest are kept; more would not fit the time of one answer.
  package static let maximumEpisodes = 20_000

  /// Whom the answers found here may reach.
  package enum Scope: Sendable, Hashable {
    /// Any chat of the account: a reply counts only if at least two chats hold it, so that what one
    /// chat knows never surfaces in another [D7].
    case account
    /// The one chat from which all episodes come.
    case chat
  }

  struct Match: Sendable {
    var episode: ReplyEpisode
    /// 0 to 1.
    var likeness: Double
  }

  package let episodes: [ReplyEpisode]
  /// How the owner writes, as far as these exchanges show it.
  let manner: Manner
  /// In how many chats a reply must occur.
  let requiredChats: Int
  private let postings: [TextVector.Gram: [(episode: Int, weight: Double)]]

  package init(_ episodes: [ReplyEpisode] = [], scope: Scope = .account) {
    let kept = episodes.sorted { ($0.date, $0.chat.marked) > ($1.date, $1.chat.marked) }
      .prefix(Self.maximumEpisodes)
    self.episodes = Array(kept)
    manner = Manner(of: kept.map(\.reply))
    requiredChats =
      switch scope {
      case .account: 2
      case .chat: 1
      }
    var frequency: [TextVector.Gram: Int] = [:]
    for episode in kept {
      for gram in TextVector.counts(of: episode.cueText).keys { frequency[gram, default: 0] += 1 }
    }
    let total = kept.count
    var postings: [TextVector.Gram: [(episode: Int, weight: Double)]] = [:]
    for (index, episode) in kept.enumerated() {
      let vector = TextVector(episode.cueText) {
        Self.rarity(occurringIn: frequency[$0] ?? 1, of: total)
      }
      for (gram, weight) in vector.weights { postings[gram, default: []].append((index, weight)) }
    }
    self.postings = postings
  }

  /// The exchanges that began most like `cue`, the likest first; at most `limit`.
  func matches(for cue: String, limit: Int, atLeast threshold: Double) -> [Match] {
    let vector = TextVector(cue) {
      Self.rarity(occurringIn: postings[$0]?.count ?? 1, of: episodes.count)
    }
    var scores: [Int: Double] = [:]
    // In a fixed order, so that sums of floating point are the same in every run.
    for (gram, weight) in vector.weights.sorted(by: { $0.key < $1.key }) {
      for posting in postings[gram] ?? [] {
        scores[posting.episode, default: 0] += weight * posting.weight
      }
    }
    return scores.filter { $0.value >= threshold }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(limit)
      .map { Match(episode: episodes[$0.key], likeness: $0.value) }
  }

  /// Inverse document frequency, smoothed so that it is never 0.
  private static func rarity(occurringIn count: Int, of total: Int) -> Double {
    log(1 + Double(max(total, 1)) / Double(count))
  }
}

extension ReplyEpisode {
  var cueText: String { cue.joined(separator: "\n") }
  var replyText: String { reply.joined(separator: "\n") }
}
