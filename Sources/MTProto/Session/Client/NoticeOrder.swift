/// Keeps notices that were overtaken by later ones of their kind from moving the state back.
struct NoticeOrder: Hashable, Sendable {
  /// Rising ids of one kind of notice.
  struct Line: Hashable, Sendable {
    private var last = Int64.min
    /// How many in a row were not admitted. One may have been overtaken; more mean that the server's clock
    /// went back.
    private(set) var overtaken = 0

    /// Whether the notice is later than all those that were admitted.
    mutating func admits(_ notice: Int64) -> Bool {
      guard notice > last else {
        overtaken += 1
        return false
      }
      last = notice
      overtaken = 0
      return true
    }
  }

  var salt = Line()
  var clock = Line()
  var session = Line()
}
