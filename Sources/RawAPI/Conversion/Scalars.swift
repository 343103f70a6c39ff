internal import Foundation

/// How values without fields stand in JSON.
enum Scalars {
  /// Integers beyond this are strings in what we write: many readers of JSON keep 53 bits.
  private static let exactInteger: Int64 = 1 << 53

  // MARK: From JSON

  static func int(_ value: JSONValue, at path: JSONPath) throws(RawError) -> Int32 {
    guard case .number(let digits) = value, let number = Int32(digits) else {
      throw wrong(value, "int (\(Int32.min) to \(Int32.max))", at: path)
    }
    return number
  }

  static func long(_ value: JSONValue, at path: JSONPath) throws(RawError) -> Int64 {
    switch value {
    case .number(let digits), .string(let digits):
      if let number = Int64(digits) { return number }
    default: break
    }
    throw wrong(value, "long (a number, or its digits as a string)", at: path)
  }

  static func double(_ value: JSONValue, at path: JSONPath) throws(RawError) -> Double {
    switch value {
    case .number(let digits):
      if let number = Double(digits), number.isFinite { return number }
    case .string("NaN"): return .nan
    case .string("Infinity"): return .infinity
    case .string("-Infinity"): return -.infinity
    case .string(let text) where text.hasPrefix("0x") && text.utf8.count == 18:
      if let bits = UInt64(text.dropFirst(2), radix: 16) { return Double(bitPattern: bits) }
    default: break
    }
    throw wrong(value, "double", at: path)
  }

  static func bytes(_ value: JSONValue, at path: JSONPath) throws(RawError) -> [UInt8] {
    guard case .string(let text) = value, let data = Data(base64Encoded: text) else {
      throw wrong(value, "bytes (a base64 string)", at: path)
    }
    return Array(data)
  }

  static func hexadecimal(
    _ value: JSONValue, count: Int, at path: JSONPath
  ) throws(RawError) -> [UInt8] {
    guard case .string(let text) = value, text.utf8.count == 2 * count,
      text.allSatisfy(\.isHexDigit), text.utf8.allSatisfy({ $0 < 0x80 })
    else { throw wrong(value, "int\(8 * count) (\(2 * count) hexadecimal digits)", at: path) }
    var bytes: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return bytes
  }

  /// The error for a value of another type than this one.
  static func wrong(_ value: JSONValue, _ expected: String, at path: JSONPath) -> RawError {
    RawError(.wrongType, at: path, "\(expected) was expected, and this is \(value.kind)")
  }

  // MARK: To JSON

  static func json(_ value: Int64) -> JSONValue {
    (-exactInteger...exactInteger).contains(value)
      ? .number(String(value)) : .string(String(value))
  }

  /// What is not finite is a string; a NaN other than the usual one is its bits.
  static func json(_ value: Double) -> JSONValue {
    if value.isFinite { return .number(value.description) }
    if value.isInfinite { return .string(value < 0 ? "-Infinity" : "Infinity") }
    guard value.bitPattern != Double.nan.bitPattern else { return .string("NaN") }
    return .string("0x" + hexadecimal(value.bitPattern.bigEndian))
  }

  static func json(bytes: [UInt8]) -> JSONValue { .string(Data(bytes).base64EncodedString()) }

  static func json(fixed bytes: [UInt8]) -> JSONValue {
    .string(bytes.map(digits).joined())
  }

  private static func hexadecimal(_ bits: UInt64) -> String {
    withUnsafeBytes(of: bits) { $0.map(digits).joined() }
  }

  private static func digits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
