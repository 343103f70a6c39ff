/// HTTP header fields in order, looked up without regard to case.
///
/// Its text forms show names only, as a value may be a key.
package struct HeaderFields: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package private(set) var fields: [Field]

  package init(_ fields: [Field] = []) { self.fields = fields }

  /// The first field of this name.
  package subscript(name: String) -> String? {
    fields.first { $0.name.isSameHeader(as: name) }?.value
  }

  package mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { Field(name: $0.0, value: $0.1) })
  }
}

extension HeaderFields: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "\(fields.map(\.name))" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension HeaderFields.Field: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package var description: String { name }
  package var debugDescription: String { name }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension HeaderFields {
  /// - Throws: ``FetchError`` with ``FetchError/Code/invalidRequest`` for a name that is not a token
  ///   (RFC 9110, 5.1) and for a value that would break the line.
  func validate() throws(FetchError) {
    for field in fields {
      guard !field.name.isEmpty, field.name.utf8.allSatisfy(\.isHeaderToken) else {
        throw FetchError(
          code: .invalidRequest, message: "A header of the request has an impossible name.")
      }
      guard field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        throw FetchError(
          code: .invalidRequest,
          message: "The header \(field.name) holds a line break or another control character.")
      }
    }
  }
}

extension String {
  fileprivate func isSameHeader(as other: String) -> Bool {
    utf8.count == other.utf8.count && lowercased() == other.lowercased()
  }
}

extension UInt8 {
  fileprivate var isHeaderToken: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: Array("!#$%&'*+-.^_`|~".utf8).contains(self)
    }
  }
}
