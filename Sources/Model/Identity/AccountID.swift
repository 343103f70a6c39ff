/// An account of the owner: Telegram's user id of that account or bot.
package struct AccountID: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
  package let rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ id: Int64) { rawValue = id }
  package var description: String { String(rawValue) }
}
