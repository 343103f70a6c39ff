/// What the latest messages looked like.
struct Fingerprints: Sendable {
  private static let capacity = 1024

  private var prints: [Int64: Int] = [:]
  private var order: [Int64] = []

  mutating func keep(_ message: IncomingMessage) {
    prints[message.id] = message.hashValue
    order.append(message.id)
    guard order.count > 2 * Self.capacity else { return }
    for id in order.prefix(Self.capacity) { prints[id] = nil }
    order.removeFirst(Self.capacity)
  }

  /// Whether this is the message that was kept under its id, or none was.
  func fit(_ message: IncomingMessage) -> Bool {
    prints[message.id].map { $0 == message.hashValue } ?? true
  }
}
