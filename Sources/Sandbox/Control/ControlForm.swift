import Model
import RawAPI

/// The members of a JSON object, each asked for by name; what nobody asked for is an error.
struct ControlForm {
  private let members: [JSONValue.Member]
  private var known: [String] = []

  /// An empty body is an empty object.
  init(_ body: [UInt8]) throws(ControlError) {
    guard !body.isEmpty else {
      members = []
      return
    }
    guard let text = String(validating: body, as: UTF8.self) else {
      throw ControlError("bad_json", "The body is no UTF-8.")
    }
    let value: JSONValue
    do throws(RawError) {
      value = try JSONValue(parsing: text)
    } catch {
      throw ControlError("bad_json", error.message)
    }
    guard case .object(let members) = value else {
      throw ControlError("bad_json", "The body is \(value.kind), not an object: {\"name\": value}.")
    }
    self.members = members
  }

  private mutating func take(_ name: String) -> JSONValue? {
    known.append(name)
    let value = members.first { $0.name == name }?.value
    return value == .null ? nil : value
  }

  mutating func text(_ name: String) throws(ControlError) -> String? {
    guard let value = take(name) else { return nil }
    guard case .string(let text) = value else { throw wrong(name, "a string", value) }
    return text
  }

  mutating func flag(_ name: String) throws(ControlError) -> Bool? {
    guard let value = take(name) else { return nil }
    guard case .bool(let flag) = value else { throw wrong(name, "true or false", value) }
    return flag
  }

  mutating func integer(
    _ name: String, in range: ClosedRange<Int64> = .min ... .max
  ) throws(ControlError) -> Int64? {
    guard let value = take(name) else { return nil }
    guard case .number(let digits) = value, let number = Int64(digits) else {
      throw wrong(name, "a whole number", value)
    }
    guard range.contains(number) else {
      throw ControlError(
        "bad_value",
        "\"\(name)\" is \(number); it may be \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  mutating func number(_ name: String, in range: ClosedRange<Double>) throws(ControlError)
    -> Double?
  {
    guard let value = take(name) else { return nil }
    guard case .number(let digits) = value, let number = Double(digits) else {
      throw wrong(name, "a number", value)
    }
    guard range.contains(number) else {
      throw ControlError(
        "bad_value",
        "\"\(name)\" is \(digits); it may be \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  mutating func integers(_ name: String) throws(ControlError) -> [Int64]? {
    guard let value = take(name) else { return nil }
    guard case .array(let elements) = value else { throw wrong(name, "an array", value) }
    var numbers: [Int64] = []
    for element in elements {
      guard case .number(let digits) = element, let number = Int64(digits) else {
        throw wrong(name, "an array of whole numbers", value)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Whatever stands there, for what takes more than one form.
  mutating func value(_ name: String) -> JSONValue? { take(name) }

  /// The last thing to be called.
  func finish() throws(ControlError) {
    for member in members where !known.contains(member.name) {
      throw ControlError(
        "unknown_field",
        "There is no \"\(member.name.prefix(60))\" here\(Suggestion.clause(for: member.name, among: known)) "
          + (known.isEmpty ? "Nothing is taken." : "Known: \(known.joined(separator: ", "))."))
    }
  }

  static func required<Value>(_ value: Value?, _ name: String) throws(ControlError) -> Value {
    guard let value else {
      throw ControlError("missing_field", "\"\(name)\" is missing.")
    }
    return value
  }

  private func wrong(_ name: String, _ wanted: String, _ value: JSONValue) -> ControlError {
    ControlError("wrong_type", "\"\(name)\" has to be \(wanted), and is \(value.kind).")
  }
}
