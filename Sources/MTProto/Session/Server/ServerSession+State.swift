/// A message that the server has to send.
enum Waiting: Sendable {
  case fresh(body: [UInt8], isContent: Bool, kind: MessageIDGenerator.Kind, request: Int64?)
  /// As it was sent before, under its own id.
  case again(OutgoingMessage)
}

/// What the server knows of the client's calls; the oldest are forgotten.
struct CallProgress: Sendable {
  private static let capacity = 4096

  private enum State {
    case open
    case closed
  }

  private var states: [Int64: State] = [:]
  private var order: [Int64] = []

  mutating func open(_ id: Int64) {
    states[id] = .open
    order.append(id)
    guard order.count > 2 * Self.capacity else { return }
    for old in order.prefix(Self.capacity) { states[old] = nil }
    order.removeFirst(Self.capacity)
  }

  mutating func close(_ id: Int64) {
    states[id] = .closed
  }

  func isOpen(_ id: Int64) -> Bool { states[id] == .open }
  func isKnown(_ id: Int64) -> Bool { states[id] != nil }
}

/// Messages that the client has not acknowledged.
struct UnacknowledgedMessages: Sendable {
  private var messages: [Int64: OutgoingMessage] = [:]
  /// Ids in the order of sending; acknowledged ones stay until the list is tidied.
  private var order: [Int64] = []
  private var answers: [Int64: Int64] = [:]
  private var requests: [Int64: Int64] = [:]

  var count: Int { messages.count }

  /// In the order in which they were sent.
  var all: [OutgoingMessage] { order.compactMap { messages[$0] } }

  mutating func add(_ message: OutgoingMessage, request: Int64?, limit: Int) {
    messages[message.id] = message
    order.append(message.id)
    if let request {
      answers[request] = message.id
      requests[message.id] = request
    }
    guard messages.count > limit || order.count > 2 * limit else { return }
    order.removeAll { messages[$0] == nil }
    for old in order.prefix(max(0, messages.count - limit)) { remove(old) }
  }

  mutating func remove(_ id: Int64) {
    messages[id] = nil
    if let request = requests.removeValue(forKey: id) { answers[request] = nil }
  }

  func message(_ id: Int64) -> OutgoingMessage? { messages[id] }

  func answer(to request: Int64) -> OutgoingMessage? {
    answers[request].flatMap { messages[$0] }
  }
}
