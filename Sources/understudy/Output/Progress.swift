/// A count that moves on one line of standard error while long work goes on; silent where nobody
/// watches.
struct Progress: Sendable {
  private let what: String

  init(_ what: String) { self.what = what }

  func show(_ count: Int) {
    guard Terminal.isWatched else { return }
    Terminal.note("\r\(count) \(what)…", terminator: "")
  }

  func end() {
    guard Terminal.isWatched else { return }
    Terminal.note("\r\u{1B}[K", terminator: "")
  }
}
