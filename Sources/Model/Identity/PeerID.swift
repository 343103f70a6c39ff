/// What a message can be sent to: a user, a basic group, or a channel (supergroups are channels).
package enum PeerID: Sendable, Hashable {
  case user(Int64)
  case group(Int64)
  case channel(Int64)

  /// The id without its kind, as the wire carries it.
  package var bare: Int64 {
    switch self {
    case .user(let id), .group(let id), .channel(let id): id
    }
  }

  /// One integer for id and kind, as Bot API dialog ids write it
  /// (core.telegram.org/api/bots/ids): users positive, groups negated, channels below -10^12.
  ///
  /// Of an id that Telegram does not give it is some number, and never a trap.
  package var marked: Int64 {
    switch self {
    case .user(let id): id
    case .group(let id): 0 &- id
    case .channel(let id): 0 &- (Self.channelMark &+ id)
    }
  }

  /// Nil for 0 and for anything outside the ranges of Telegram's ids.
  package init?(marked id: Int64) {
    self.init(stored: id)
    guard isPossible else { return nil }
  }

  /// What has this marked id: some peer for each number, so that no stored row is without one.
  package init(stored id: Int64) {
    switch id {
    case 0...: self = .user(id)
    case (1 - Self.channelMark)...: self = .group(0 &- id)
    default: self = .channel(0 &- (id &+ Self.channelMark))
    }
  }

  /// Whether Telegram gives such ids.
  package var isPossible: Bool {
    switch self {
    case .user(let id): (1...Self.maximumUser).contains(id)
    case .group(let id): (1...Self.maximumGroup).contains(id)
    case .channel(let id):
      (1...Self.maximumChannel).contains(id) || Self.monoforums.contains(id)
    }
  }

  // The ranges of core.telegram.org/api/bots/ids.
  private static let channelMark: Int64 = 1_000_000_000_000
  private static let maximumUser: Int64 = 0xFF_FFFF_FFFF
  private static let maximumGroup: Int64 = 999_999_999_999
  private static let maximumChannel: Int64 = 997_852_516_352
  /// The chats in which people write to channels.
  private static let monoforums: ClosedRange<Int64> = 1_002_147_483_649...3_000_000_000_000
}

extension PeerID {
  /// Telegram's own accounts that bring login codes: 777000, and 489000 for codes of other services
  /// (telegram.org/verify). Whoever reads them can take over the account.
  package var bringsLoginCodes: Bool { self == .user(777_000) || self == .user(489_000) }
}

/// `u:5`, `c:7` or `ch:9`: the first two parts of a ``PeerReference``. Nil for ids that Telegram does not
/// give.
extension PeerID: CustomStringConvertible, LosslessStringConvertible {
  package var description: String {
    switch self {
    case .user(let id): "u:\(id)"
    case .group(let id): "c:\(id)"
    case .channel(let id): "ch:\(id)"
    }
  }

  package init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = Int64(parts[1]) else { return nil }
    switch parts[0] {
    case "u": self = .user(id)
    case "c": self = .group(id)
    case "ch": self = .channel(id)
    default: return nil
    }
    guard isPossible else { return nil }
  }
}

extension PeerID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let peer = PeerID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a peer (u:ID, c:ID or ch:ID)")
    }
    self = peer
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
