import CDecision
import Foundation
import Model
import Rules

/// A message in the form in which the decision by hand takes it. Its texts live as long as it does.
final class ByHand {
  private var message = byhand_message()
  private var texts: [UnsafeMutablePointer<CChar>?] = []

  init(_ input: DecisionInput) {
    message.id = Int64(input.message.id)
    message.date = input.message.date.seconds
    message.now = input.now.seconds
    message.text = keep(input.message.text)
    message.chat = input.chat.id.marked
    message.person = input.sender?.id ?? 0
    message.kind = keep(input.chat.kind.rawValue)
    message.title = keep(input.chat.title)
    message.first_name = keep(input.sender?.firstName ?? "")
    message.contact = input.sender?.isContact ?? false
    message.owner = input.owner.id
    message.owner_first_name = keep(input.owner.firstName)
  }

  deinit { for text in texts { free(text) } }

  private func keep(_ text: String) -> UnsafePointer<CChar>? {
    let copy = strdup(text)
    texts.append(copy)
    return UnsafePointer(copy)
  }

  /// Whether there is a plan.
  func decide(by rules: OpaquePointer) -> Bool {
    var plan = byhand_plan()
    defer { byhand_free(&plan) }
    return byhand_decide(rules, "invoice", &message, &plan)
  }
}
