import Model

/// A code that was sent out, for whoever plays the owner of the phone.
package struct LoginCode: Sendable, Hashable {
  package enum Route: Sendable, Hashable {
    /// A message from 777000 to the account's other sessions.
    case app
    case sms
  }

  /// Digits only.
  package let phone: String
  package let code: String
  package let route: Route
}

struct PendingLogin: Sendable {
  let hash: String
  var code: String
  let expires: Timestamp
  var attemptsLeft: Int
}

extension World {
  /// Draws a code and, by the app route, writes it to the account from 777000.
  package mutating func requestCode(
    for phone: String, route: LoginCode.Route
  ) throws(Refusal) -> (hash: String, code: LoginCode) {
    let phone = Person.digits(phone)
    guard (5...15).contains(phone.count) else { throw .phoneInvalid }
    let hash = String(generator.next(), radix: 16) + String(generator.next(), radix: 16)
    logins[phone] = PendingLogin(
      hash: hash, code: drawCode(), expires: clock.now.advanced(by: limits.codeValidity),
      attemptsLeft: limits.codeAttempts)
    return (hash, try sendOut(phone, by: route))
  }

  /// The code that a login from this phone is waited for with: the last that was sent.
  package func pendingCode(of phone: String) -> String? { logins[Person.digits(phone)]?.code }

  /// Sends the code of a login that has begun once more, by SMS.
  package mutating func resendCode(
    for phone: String, hash: String
  ) throws(Refusal) -> (hash: String, code: LoginCode) {
    let phone = Person.digits(phone)
    guard let login = logins[phone], login.hash == hash, login.expires > clock.now else {
      throw .codeExpired
    }
    let code = drawCode()
    logins[phone]?.code = code
    return (hash, try sendOut(phone, by: .sms))
  }

  /// The account of the phone. The code is spent by it.
  package mutating func checkCode(
    _ code: String, for phone: String, hash: String
  ) throws(Refusal) -> Int64 {
    let phone = Person.digits(phone)
    guard !hash.isEmpty else { throw .codeHashEmpty }
    guard !code.isEmpty else { throw .codeEmpty }
    guard let login = logins[phone], login.hash == hash, login.expires > clock.now,
      login.attemptsLeft > 0
    else { throw .codeExpired }
    guard login.code == code else {
      logins[phone]?.attemptsLeft -= 1
      throw .codeInvalid
    }
    logins[phone] = nil
    guard let person = person(phone: phone) else { throw .phoneUnoccupied }
    return person.id
  }

  package func person(phone: String) -> Person? {
    let digits = Person.digits(phone)
    return people.values.first { $0.phone == digits && !$0.isService }
  }

  package func bot(token: String) -> Person? {
    people.values.first { $0.botToken == token }
  }

  private mutating func drawCode() -> String {
    String(Int.random(in: 10_000...99_999, using: &generator))
  }

  private mutating func sendOut(
    _ phone: String, by route: LoginCode.Route
  ) throws(Refusal) -> LoginCode {
    let code = logins[phone]?.code ?? ""
    if route == .app, let person = person(phone: phone) {
      let text = """
        Login code: \(code). Do not give this code to anyone, even if they say they are from \
        Telegram!
        """
      try send(Submission(to: .user(person.id), text), from: Person.serviceID)
    }
    return LoginCode(phone: phone, code: code, route: route)
  }
}
