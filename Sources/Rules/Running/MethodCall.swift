import Model
import Scripting

/// `tg.call`: a method of Telegram's API by its name.
struct MethodCall {
  var method: String
  /// A JSON object.
  var arguments: String

  static let name = "tg.call"
  /// Characters of the arguments as JSON.
  static let largest = 64 << 10
  /// Bytes of an answer that come into Lua.
  static let largestAnswer = 512 << 10

  /// - Parameter allowed: the account's list.
  /// - Throws: what is wrong with the call, as a sentence.
  init(_ call: HostCall, allowed: [String]) throws(GrammarError) {
    guard let method = call[0].string, call.arguments.count <= 2 else {
      throw GrammarError(
        "tg.call takes a method and a table",
        hint: #"write tg.call("users.getFullUser", { id = "u:5" })"#)
    }
    if let complaint = ValueType.methodComplaint(method) {
      throw GrammarError("tg.call: \(complaint.message)", hint: complaint.hint)
    }
    guard allowed.contains(method) else {
      throw GrammarError(
        "\(method) is not among the methods that rules may call",
        hint: didYouMean(method, allowed) ?? #"add it: account { tg = { "\#(method)" } }"#)
    }
    guard call[1].isNil || call[1].table?.items.isEmpty == true else {
      throw GrammarError(
        "the arguments of \(method) are a table by name, not \(call[1].shown)",
        hint: #"write { id = "u:5" }"#)
    }
    self.method = method
    arguments = call[1].isNil ? "{}" : try JSONText.encode(call[1])
    guard arguments.utf8.count <= Self.largest else {
      throw GrammarError("the arguments of \(method) are more than \(Self.largest >> 10) KiB")
    }
  }

  /// What the script gets: the answer, or nil and what Telegram said.
  func perform(_ host: any RuleHost) async throws -> (values: [ScriptValue], note: String) {
    do {
      let answer = try await host.call(method, arguments: arguments)
      guard answer.utf8.count <= Self.largestAnswer else {
        throw GrammarError("the answer to \(method) is more than \(Self.largestAnswer >> 10) KiB")
      }
      return ([try JSONText.decode(answer)], "tg.call \(method): \(answer.utf8.count) bytes")
    } catch let failure as MethodFailure {
      guard let code = failure.code else { throw failure }
      let seconds = failure.seconds.map { ScriptValue.integer(Int64($0)) } ?? .nil
      return (
        [
          .nil, ["code": .string(code), "seconds": seconds, "message": .string(failure.message)],
        ], "tg.call \(method): \(code)\(failure.seconds.map { ", \($0) s" } ?? "")"
      )
    }
  }
}

extension ValueType {
  /// What no rule may call, whatever the configuration says: logging in and out, money, and who may use
  /// the account.
  private static let forbiddenSpaces = ["auth", "payments"]
  private static let forbidden: Set<String> = [
    "account.deleteAccount", "account.getPassword", "account.getPasswordSettings",
    "account.updatePasswordSettings", "account.resetPassword", "account.getTmpPassword",
    "account.resetAuthorization", "account.resetWebAuthorizations", "account.changePhone",
    "account.sendChangePhoneCode", "account.acceptAuthorization", "account.sendConfirmPhoneCode",
    "account.confirmPasswordEmail", "account.registerDevice", "account.setAccountTTL",
    "messages.acceptUrlAuth", "channels.editCreator", "phone.requestCall",
  ]

  /// Why this cannot be the name of a method that rules call; nil if it can.
  static func methodComplaint(_ name: String) -> Complaint? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (3...80).contains(name.count),
      parts.allSatisfy({ part in
        part.first?.isLetter == true
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else {
      return Complaint(
        message: "\"\(name.prefix(60))\" is no method's name",
        hint: #"write it as "users.getFullUser"; understudy call --list shows them"#)
    }
    guard !forbiddenSpaces.contains(String(parts[0])), !forbidden.contains(name) else {
      return Complaint(
        message: "\(name) is never called by rules",
        hint: "understudy call does it, by hand")
    }
    return nil
  }
}
