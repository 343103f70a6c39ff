import Model
import RawAPI

extension Fault {
  /// `{"fault": "lose_answer", "method": "messages.sendMessage", "times": 2}`
  init(_ form: inout ControlForm, people: (String, JSONValue) throws(ControlError) -> Int64)
    throws(ControlError)
  {
    let name = try ControlForm.required(try form.text("fault"), "fault")
    self.init(try FaultCatalogue.kind(named: name, &form))
    method = try form.text("method")
    if let account = form.value("account") { self.account = try people("account", account) }
    let times = try form.integer("times", in: 1...1_000_000)
    let isLasting = try form.flag("always") ?? false
    skipping = Int(try form.integer("skip", in: 0...1_000_000) ?? 0)
    probability = try form.number("probability", in: 0...1) ?? 1
    seed = UInt64(bitPattern: try form.integer("seed") ?? 0)
    try form.finish()
    if isLasting, times != nil {
      throw ControlError("bad_value", "\"times\" and \"always\" do not go together.")
    }
    if method != nil, kind.occasion != .call {
      throw ControlError(
        "bad_value", "\"method\" is for faults of calls; \(name) strikes at another occasion.")
    }
    let isStanding = kind.occasion == .standing
    self.times = isLasting || isStanding ? nil : Int(times ?? 1)
  }
}

extension ActiveFault {
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .integer(id.number)), .init("fault", .string(fault.kind.controlName)),
      .init("what", .string(String("\(fault.kind)".prefix(120)))),
    ]
    if let method = fault.method { members.append(.init("method", .string(method))) }
    if let account = fault.account { members.append(.init("account", .integer(account))) }
    if let times = fault.times {
      members.append(.init("left", .integer(times - strikes)))
    } else {
      members.append(.init("always", .bool(true)))
    }
    members.append(.init("strikes", .integer(strikes)))
    if fault.skipping > 0 { members.append(.init("skip", .integer(fault.skipping))) }
    if fault.probability < 1 {
      members.append(.init("probability", .number("\(fault.probability)")))
      members.append(.init("seed", .integer(Int64(bitPattern: fault.seed))))
    }
    return .object(members)
  }
}

extension FaultKind {
  /// `lose_answer`: the case's own name in small letters, words apart.
  var controlName: String {
    let name = "\(self)".prefix { $0 != "(" }
    var words = ""
    var wasLower = false
    for letter in name {
      if letter.isUppercase, wasLower { words += "_" }
      wasLower = letter.isLowercase
      words += letter.lowercased()
    }
    return words
  }
}

extension JSONValue {
  static func integer(_ number: some BinaryInteger) -> JSONValue { .number("\(number)") }

  /// null, where there is none.
  static func integer<Number: BinaryInteger>(_ number: Number?) -> JSONValue {
    guard let number else { return .null }
    return .number("\(number)")
  }

  /// null, where there is none.
  static func text(_ text: String?) -> JSONValue {
    guard let text else { return .null }
    return .string(text)
  }
}
