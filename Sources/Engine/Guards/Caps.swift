import Model
import Rules
import Store

/// The owner's caps around one message, and which of them are used up.
struct Caps: Sendable {
  private let caps: [(rate: Rate, isOfChat: Bool)]
  /// In which the answers are to be counted, one for each cap.
  let windows: [AnswerWindow]

  init(_ caps: AccountSettings.Caps, in chat: PeerID, at now: Timestamp) {
    self.caps =
      caps.chat.map { (rate: $0, isOfChat: true) } + caps.total.map { (rate: $0, isOfChat: false) }
    windows = self.caps.map { cap in
      AnswerWindow(
        chat: cap.isOfChat ? chat : nil, since: now.advanced(by: .zero - cap.rate.per))
    }
  }

  /// - Parameter counts: the answers in each of the ``windows``.
  /// - Returns: the caps that are used up, as they read in a sentence.
  func spent(_ counts: [Int]) -> [String] {
    zip(caps, counts).filter { cap, count in count >= cap.rate.count }.map { cap, _ in
      "the cap of \(Wording.rate(cap.rate)) \(cap.isOfChat ? "for one chat" : "in all") is used up"
    }
  }
}
