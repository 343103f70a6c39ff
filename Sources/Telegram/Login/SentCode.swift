internal import TelegramSchema

/// A code on its way to the owner.
package struct SentCode: Sendable, Hashable {
  package enum Delivery: Sendable, Hashable {
    /// A message in the owner's other Telegram apps.
    case app
    case sms
    case call
    /// The last digits of the number that calls.
    case missedCall
    case email(pattern: String)
    case fragment
    /// A word or a phrase by SMS; how it begins, where Telegram says so.
    case words(beginning: String?)
    case other
  }

  package var phone: PhoneNumber
  /// Names this login to the server.
  package var hash: String
  package var delivery: Delivery
  /// How many digits it has, where Telegram says so.
  package var length: Int?
  /// After so many seconds it can be sent in another way.
  package var timeout: Int?

  /// Where to look for it, for a person.
  package var hint: String {
    switch delivery {
    case .app: "Telegram sent the code to your other Telegram apps."
    case .sms: "Telegram sent the code by SMS."
    case .call: "Telegram calls you and tells the code."
    case .missedCall: "Telegram calls you and hangs up; the code is the end of the calling number."
    case .email(let pattern): "Telegram sent the code by e-mail to \(pattern)."
    case .fragment: "Telegram sent the code to fragment.com."
    case .words(let beginning?):
      "Telegram sent words by SMS that begin with \u{201c}\(beginning)\u{201d}; they are the code."
    case .words(nil): "Telegram sent a word or a phrase by SMS; it is the code."
    case .other: "Telegram sent the code."
    }
  }

  init(_ code: API.Auth.SentCode.SentCode, phone: PhoneNumber) {
    self.phone = phone
    hash = code.phoneCodeHash
    timeout = code.timeout.map { Int($0) }
    switch code.type {
    case .sentCodeTypeApp(let type):
      delivery = .app
      length = Int(type.length)
    case .sentCodeTypeSms(let type):
      delivery = .sms
      length = Int(type.length)
    case .sentCodeTypeCall(let type):
      delivery = .call
      length = Int(type.length)
    case .sentCodeTypeMissedCall(let type):
      delivery = .missedCall
      length = Int(type.length)
    case .sentCodeTypeEmailCode(let type):
      delivery = .email(pattern: type.emailPattern)
      length = Int(type.length)
    case .sentCodeTypeFragmentSms(let type):
      delivery = .fragment
      length = Int(type.length)
    case .sentCodeTypeSmsPhrase(let type): delivery = .words(beginning: type.beginning)
    case .sentCodeTypeSmsWord(let type): delivery = .words(beginning: type.beginning)
    case .sentCodeTypeFlashCall, .sentCodeTypeFirebaseSms, .sentCodeTypeSetUpEmailRequired:
      delivery = .other
    }
  }

  /// What was entered, without what people copy along: blanks and dashes between digits, and white space
  /// around words.
  func cleaned(_ code: String) -> String {
    if case .words = delivery {
      return code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return code.filter { !$0.isWhitespace && $0 != "-" }
  }
}
