/// Keeps notices that were overtaken by later ones of their kind from moving the state back.
struct NoticeOrder: Hashable, Sendable {
  /// Rising ids of one kind of notice.
  struct Line: Hashable, Sendable {
    private var last = Int64.min

    /// Whether the notice is later than all those that were admitted.
    mutating func admits(_ notice: Int64) -> Bool {
      guard notice > last else { return false }
      last = notice
      return true
    }
  }

  var salt = Line()
  var clock = Line()
  var session = Line()
}
