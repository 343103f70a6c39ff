import Model
import Sandbox

/// What people have really done: the truth that the twins' records are held against.
struct Chronicle: Sendable {
  /// A message of a contact.
  struct Line: Sendable {
    let token: Int
    let place: Int
    let writer: Int64
    let manner: StormEvent.Manner
    /// The message's id for its writer, and for the owner.
    let writerID: Int32
    let ownerID: Int32
    let at: Timestamp
    var text: String
    var edits = 0
    var deletedAt: Timestamp?
  }

  private(set) var lines: [Line] = []
  private var indices: [Int: Int] = [:]
  /// Messages of the owners' own hands, by the key that all their copies share.
  private(set) var byHand: Set<Int64> = []
  /// Chats in which an owner wrote.
  private(set) var takenOver: Set<Int> = []
  /// Accounts whose owner has ever ordered a stop.
  private(set) var halted: Set<Int> = []

  mutating func add(_ line: Line) {
    indices[line.token] = lines.count
    lines.append(line)
  }

  subscript(token: Int) -> Line? {
    get { indices[token].map { lines[$0] } }
    set {
      guard let newValue, let index = indices[token] else { return }
      lines[index] = newValue
    }
  }

  mutating func noteHand(_ message: StoredMessage, in place: Int?) {
    byHand.insert(message.key)
    if let place { takenOver.insert(place) }
  }

  mutating func noteHalt(of account: Int) { halted.insert(account) }
}
