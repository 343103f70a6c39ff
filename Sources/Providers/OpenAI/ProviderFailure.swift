import Foundation

/// What an error body says, in the forms that OpenAI and its likenesses use: `{error: {message, type,
/// param, code}}`, the same inside an array, `{error: "text"}`, `{detail: "text" | [{msg}] | {status, message}}`,
/// `{object: "error", message}`.
struct ProviderFailure: Sendable, Hashable {
  var message: String?
  var type: String?
  var code: String?

  static let maximumBytes = 64 << 10

  init() {}

  /// Nil if the body is none of these.
  init?(body: [UInt8]) {
    guard body.count <= Self.maximumBytes,
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body))
    else { return nil }
    self.init(value)
  }

  private init?(_ value: JSONValue) {
    if let first = value.elements?.first {
      self.init(first)
      return
    }
    self.init()
    if let text = value["error"]?.text {
      message = text
    } else if let error = value["error"], error.isObject {
      message = error["message"]?.text
      type = error["type"]?.text ?? error["status"]?.text
      code = error["code"]?.text
    } else if let detail = value["detail"] {
      message =
        detail.text ?? detail["message"]?.text ?? detail.elements?.first?["msg"]?.text
      // ElevenLabs' own form.
      code = detail["status"]?.text
    } else if value["object"]?.text == "error" {
      message = value["message"]?.text
      type = value["type"]?.text
      code = value["code"]?.text
    } else {
      return nil
    }
  }

  /// No credit or a spending limit: waiting does not help
  /// (platform.openai.com/docs/guides/error-codes).
  var isQuota: Bool {
    let known = [
      "insufficient_quota", "billing_hard_limit_reached", "billing_not_active",
      "access_terminated", "quota_exceeded",
    ]
    return [type, code].contains { $0.map(known.contains) ?? false }
  }
}

/// JSON of unknown form.
private indirect enum JSONValue: Decodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode([String: JSONValue].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .other
    }
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var isObject: Bool {
    if case .object = self { true } else { false }
  }

  var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// A string, or a whole number written out.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): Int(exactly: number).map(String.init)
    case .object, .array, .other: nil
    }
  }
}
