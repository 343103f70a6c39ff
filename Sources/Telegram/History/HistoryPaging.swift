/// Which pages of a chat's history to ask for: a value that is told what came and says what to request
/// next.
///
/// Telegram counts pages from a message (core.telegram.org/api/offsets): `offset_id` names it and
/// `add_offset` moves on by so many messages, so that a page can be asked for before the one above it
/// has come. What is deleted in between moves the pages below it. Each page therefore begins with the
/// last message of the page before; where it does not, it is asked for again, from that message.
package struct HistoryPaging: Sendable {
  /// The most that Telegram gives at once (core.telegram.org/method/messages.getHistory).
  package static let pageSize = 100

  package struct Request: Sendable, Hashable {
    /// Messages older than this one are meant; 0: from the newest.
    package var offset: Int32
    /// How many of them to leave out; -1 to have the message itself, too.
    package var skip: Int32
    package var limit: Int32
    /// Counts the requests; answers are given back in this order.
    package var number: Int
    /// It begins where the last accepted page ended, whatever has moved.
    package var isSafe: Bool
  }

  /// How many requests may be under way at most.
  private let ahead: Int
  /// How many may be now: one after any doubt, and twice as many with each page that fits.
  private var window = 1
  private var remaining: Int
  /// In the whole chat, by the last answer.
  private var total = Int.max
  private var accepted = 0
  /// The oldest message that was accepted, or the bound that was given.
  private var oldest: Int32
  private var nextNumber = 0
  /// Requests before this one were made for pages that have moved since.
  private var firstValid = 0
  private var underWay = 0
  private var isDoubtful = true
  package private(set) var isDone = false

  /// - Parameters:
  ///   - before: only messages older than this one; nil: from the newest.
  ///   - limit: how many messages are wanted.
  ///   - ahead: how many requests may be under way at the same time.
  package init(before: Int32?, limit: Int, ahead: Int) {
    oldest = before ?? 0
    remaining = max(limit, 0)
    self.ahead = max(ahead, 1)
    isDone = remaining == 0
  }

  /// The next request to make now; nil while enough are under way.
  package mutating func next() -> Request? {
    guard !isDone, underWay < (isDoubtful ? 1 : window) else { return nil }
    let step = Self.pageSize - 1
    // All that the requests under way cover, beyond which nothing may be left to ask for.
    let covered = underWay * step
    if underWay > 0, covered >= remaining || accepted + covered >= total { return nil }
    defer {
      nextNumber += 1
      underWay += 1
    }
    if isDoubtful {
      return Request(
        offset: oldest, skip: 0, limit: Int32(min(remaining, Self.pageSize)), number: nextNumber,
        isSafe: true)
    }
    let limit = min(remaining - covered, step) + 1
    return Request(
      offset: oldest, skip: Int32(clamping: covered - 1), limit: Int32(limit), number: nextNumber,
      isSafe: false)
  }

  /// Whether the answer still counts: another one is to be thrown away.
  package func counts(_ request: Request) -> Bool { request.number >= firstValid && !isDone }

  /// Takes the next answer that ``counts(_:)``.
  ///
  /// - Parameters:
  ///   - ids: of its messages, in the order in which they came.
  ///   - total: how many the chat has, where the server says so.
  ///   - isWhole: the server says that these are all messages of the chat.
  /// - Returns: which of the messages are new: older than all that were accepted before.
  package mutating func take(
    _ ids: [Int32], for request: Request, total: Int? = nil, isWhole: Bool = false
  ) -> Set<Int32> {
    underWay -= 1
    if let total { self.total = total }
    guard request.isSafe || ids.contains(oldest) else {
      doubt()
      return []
    }
    let older = ids.filter { oldest == 0 || $0 < oldest }.prefix(remaining)
    guard let last = older.min() else {
      // After a safe request nothing older is there. After another one the safe one says so.
      if request.isSafe { isDone = true } else { doubt() }
      return []
    }
    oldest = last
    accepted += older.count
    remaining -= older.count
    isDone = remaining == 0 || isWhole
    if ids.count < Int(request.limit) {
      // The end, or a page in which something is withheld, so that the count is off.
      doubt()
    } else if request.isSafe {
      isDoubtful = false
      window = min(2, ahead)
    } else {
      window = min(window * 2, ahead)
    }
    return Set(older)
  }

  /// What came is enough.
  package mutating func stop() { isDone = true }

  /// Starts again from the last message that is certain.
  private mutating func doubt() {
    isDoubtful = true
    firstValid = nextNumber
    underWay = 0
    window = 1
  }
}
