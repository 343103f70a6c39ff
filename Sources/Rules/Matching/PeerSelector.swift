import Model
import Scripting

/// Names one chat or person: `"@name"`, `"u:5"`, or the number that Telegram's clients show.
enum PeerSelector: Sendable, Hashable {
  case id(PeerID)
  /// Lower case, without the @.
  case username(String)

  init?(_ value: ScriptValue) {
    if let number = value.integer {
      guard let peer = PeerID(marked: number) else { return nil }
      self = .id(peer)
      return
    }
    guard let text = value.string else { return nil }
    if let peer = PeerID(text) {
      self = .id(peer)
      return
    }
    let name = text.dropFirst()
    guard text.hasPrefix("@"), (1...32).contains(name.count),
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
    else { return nil }
    self = .username(name.lowercased())
  }

  func fits(_ chat: Chat) -> Bool {
    switch self {
    case .id(let id): chat.id == id
    case .username(let name): chat.username?.lowercased() == name
    }
  }

  func fits(_ person: Contact) -> Bool {
    switch self {
    case .id(let id): id == .user(person.id)
    case .username(let name): person.username?.lowercased() == name
    }
  }

  var description: String {
    switch self {
    case .id(let id): id.description
    case .username(let name): "@\(name)"
    }
  }
}

/// What a monitor lists: a kind of chat or one chat.
enum ChatSelector: Sendable, Hashable {
  case kind(Chat.Kind)
  case peer(PeerSelector)

  /// The kinds that may be named in bulk. The service chat, which brings login codes, is not one.
  static let kindWords = ["private", "group", "channel", "bot", "saved"]

  init?(_ value: ScriptValue) {
    if let word = value.string, Self.kindWords.contains(word), let kind = Chat.Kind(rawValue: word)
    {
      self = .kind(kind)
    } else if let peer = PeerSelector(value) {
      self = .peer(peer)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .kind(let kind): kind.rawValue
    case .peer(let peer): peer.description
    }
  }
}
