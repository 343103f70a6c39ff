package import Model
package import TL

/// One call of any of the layer's methods, given by name with its arguments in JSON.
///
/// A value of a constructor is an object whose `_` is the constructor's name; of a type with a single
/// constructor `_` may be left out. `int` and `double` are numbers; `long` is a number or a string of its
/// digits (a string in answers, where it is beyond 2^53); `bytes` are a base64 string; `int128` and
/// `int256` are hexadecimal; `Bool` and flags are true or false; vectors are arrays. Optional fields are
/// left out or null. A double that is not finite is the string `NaN`, `Infinity` or `-Infinity`. Bytes of a
/// string that are no UTF-8 are the last 128 scalars of Unicode's last private-use plane, as ``TL/TLText``
/// has them.
package struct RawCall: Sendable {
  /// UTF-8 bytes of JSON that are taken.
  package static var maximumArgumentsSize: Int { JSONParser.maximumSize }

  /// As published: `messages.sendMessage`.
  package let method: String
  /// Names of peers that must be resolved before the call can be encoded.
  package let peers: [PeerName]

  private let definition: RawDefinition
  private let arguments: [JSONValue.Member]
  /// Drawn once, so that a call that is encoded again is the same call.
  private let randomIDs: [Int64]

  /// Checks everything that can be checked without asking anybody.
  ///
  /// - Parameters:
  ///   - method: the published name.
  ///   - json: an object with the method's fields; nil for none.
  ///   - randomID: is asked for each `random_id` that is left out.
  /// - Throws: ``RawError``.
  package init(
    method name: String, arguments json: String?,
    randomID: @escaping () -> Int64 = { .random(in: .min ... .max) }
  ) throws(RawError) {
    let catalog = SchemaCatalog.layer
    guard let definition = catalog.method(name) else {
      throw RawError(
        .unknownName,
        "The layer has no method \"\(name.prefix(80))\"" + catalog.suggestion(forMethod: name)
          + (catalog.constructor(name) == nil ? "" : "; it is a constructor"))
    }
    self.definition = definition
    method = definition.name
    guard case .object(let members) = try json.map(JSONParser.parse) ?? .object([]) else {
      throw RawError(.wrongType, "The arguments of a method are a JSON object: { … }.")
    }
    if let named = members.first(where: { $0.name == "_" })?.value,
      named != .string(definition.name)
    {
      throw RawError(
        .wrongType, "$._: another method than \(definition.name) is named here; leave it out.")
    }
    arguments = members
    let drawn = Drawn()
    var encoding = TLEncoding(lookup: { _ in nil }, randomID: { drawn.next(randomID()) })
    try encoding.write(definition, members, at: .root)
    var seen: Set<PeerName> = []
    peers = encoding.unknownPeers.filter { seen.insert($0).inserted }
    randomIDs = drawn.numbers
  }

  /// The call in TL.
  ///
  /// - Parameter known: how the ``peers`` are addressed.
  /// - Throws: ``RawError`` if one is missing or is not of the kind that is wanted.
  package func encoded(
    peers known: [PeerName: PeerReference] = [:]
  ) throws(RawError) -> [UInt8] {
    var next = 0
    var encoding = TLEncoding(
      lookup: { known[$0] },
      randomID: {
        defer { next += 1 }
        return randomIDs[next]
      })
    try encoding.write(definition, arguments, at: .root)
    if let missing = encoding.unknownPeers.first {
      throw missing.failure("nobody is known by this name.")
    }
    guard encoding.bytes.count <= TLEncoding.maximumSize else {
      throw RawError(.tooLarge, "The call has more than \(TLEncoding.maximumSize) bytes.")
    }
    return encoding.bytes
  }

  /// The server's answer as JSON.
  package func answer(_ bytes: [UInt8]) throws(TLError) -> JSONValue {
    var decoding = TLDecoding(bytes)
    return try decoding.whole(answerType(definition, arguments))
  }

  /// A wrapping method answers what the wrapped one does.
  private func answerType(
    _ definition: RawDefinition, _ members: [JSONValue.Member]
  ) -> FieldType {
    guard definition.result == .query,
      let field = definition.fields.first(where: { $0.type == .query }),
      let query = members.first(where: { $0.name == field.name })?.value,
      case .object(let inner) = query, case .string(let name)? = query["_"],
      let method = SchemaCatalog.layer.method(name)
    else { return definition.result }
    return answerType(method, inner)
  }
}

/// Notes the random ids as they are drawn.
private final class Drawn {
  private(set) var numbers: [Int64] = []

  func next(_ number: Int64) -> Int64 {
    numbers.append(number)
    return number
  }
}
