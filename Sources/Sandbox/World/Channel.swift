/// A channel or supergroup: one store of messages and one sequence of pts for all its members.
package struct Channel: Sendable {
  package let id: Int64
  package var title: String
  /// Without the @. A channel with a name can be read by everybody.
  package var username: String?
  /// A supergroup: every member writes. Otherwise only the creator does, in the channel's name.
  package let isMegagroup: Bool
  package let creator: Int64
  package let date: Int32
  /// In the order of joining.
  package var members: [Int64]
  var line = MessageLine()
  private(set) var lastID: Int32 = 0
  var log = ChangeLog(at: 1)
  /// When the channel's position last moved.
  var changed: Int32

  init(
    id: Int64, title: String, username: String?, isMegagroup: Bool, creator: Int64, date: Int32,
    members: [Int64]
  ) {
    self.id = id
    self.title = title
    self.username = username
    self.isMegagroup = isMegagroup
    self.creator = creator
    self.date = date
    self.members = members
    changed = date
  }

  package var pts: Int32 { log.end }

  mutating func takeID() -> Int32 {
    lastID += 1
    return lastID
  }
}
