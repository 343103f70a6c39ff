/// Why bytes could not be read as TL. Carries numbers only, never content, so it may be logged.
@usableFromInline package struct TLError: Error, Equatable, Sendable {
  @usableFromInline package enum Code: Equatable, Sendable {
    /// The value needs more bytes than there are left.
    case truncated(needed: Int, left: Int)
    /// A vector declares a count that is negative or larger than the bytes left could hold.
    case impossibleCount(Int)
    /// Another constructor stands where this one was expected.
    case unexpectedConstructor(UInt32, expected: UInt32)
    /// No constructor of the type (nor of the layer) has this id.
    case unknownConstructor(UInt32)
    /// Values are nested deeper than `TLReader.maximumDepth`.
    case tooDeep
    /// Bytes follow the value that should have been the last one.
    case trailingBytes(Int)
  }

  /// On the heap, so that the error is one word: every read can throw, and the generated code
  /// compiles and runs the faster the less it has to pass on.
  private let details: Details

  private final class Details: Sendable {
    let code: Code
    let offset: Int
    let type: String?

    init(code: Code, offset: Int, type: String?) {
      self.code = code
      self.offset = offset
      self.type = type
    }
  }

  @usableFromInline
  package init(_ code: Code, offset: Int, type: String? = nil) {
    details = Details(code: code, offset: offset, type: type)
  }

  package var code: Code { details.code }
  /// Bytes from the start of what the reader was given.
  package var offset: Int { details.offset }
  /// The TL type that was being read, where it is known.
  package var type: String? { details.type }

  @usableFromInline
  package static func == (left: TLError, right: TLError) -> Bool {
    left.code == right.code && left.offset == right.offset && left.type == right.type
  }
}

extension TLError: CustomStringConvertible {
  @usableFromInline package var description: String { message }

  /// One sentence for a person.
  package var message: String {
    let place = type.map { " in \($0)" } ?? ""
    return "TL\(place) at byte \(offset): \(reason)"
  }

  private var reason: String {
    switch code {
    case .truncated(let needed, let left):
      "\(needed) bytes are needed, \(left) are left"
    case .impossibleCount(let count):
      "a vector declares \(count) elements, which the bytes left cannot hold"
    case .unexpectedConstructor(let id, let expected):
      "constructor \(Self.hex(id)) stands where \(Self.hex(expected)) was expected"
    case .unknownConstructor(let id):
      "constructor \(Self.hex(id)) is unknown"
    case .tooDeep:
      "values are nested deeper than \(TLReader.maximumDepth)"
    case .trailingBytes(let count):
      "\(count) bytes follow the end of the value"
    }
  }

  private static func hex(_ id: UInt32) -> String {
    let digits = String(id, radix: 16)
    return "#" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
