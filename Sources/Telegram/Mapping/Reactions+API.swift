internal import Model
internal import TelegramSchema

extension Reactions {
  init(_ reactions: API.MessageReactions) {
    self.init(
      reactions.results.compactMap { count in
        count.reaction.name.map { Count($0, count: count.count, isOwn: count.chosenOrder != nil) }
      },
      givers: (reactions.recentReactions ?? []).compactMap { giver in
        giver.reaction.name.map {
          Giver(PeerID(giver.peerId), $0, date: Timestamp(seconds: Int64(giver.date)))
        }
      }, isPartial: reactions.min)
  }

  /// As a bot is told of them where nobody gives them by name.
  init(_ counts: [API.ReactionCount]) {
    self.init(
      counts.compactMap { count in count.reaction.name.map { Count($0, count: count.count) } })
  }
}

extension API.Reaction {
  /// Nil for the constructor that says there is none.
  fileprivate var name: String? {
    switch self {
    case .reactionEmpty: nil
    case .reactionEmoji(let reaction): reaction.emoticon
    case .reactionCustomEmoji(let reaction): "custom:\(reaction.documentId)"
    case .reactionPaid: "paid"
    }
  }
}
