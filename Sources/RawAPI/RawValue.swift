package import TL

/// Any value of the layer, to and from JSON; the form is ``RawCall``'s.
package enum RawValue {
  /// The one boxed value that the bytes hold, of whatever constructor or method.
  package static func json(_ bytes: [UInt8]) throws(TLError) -> JSONValue {
    var decoding = TLDecoding(bytes)
    return try decoding.whole(.object)
  }

  /// The value that the text describes; its `_` names a constructor or a method.
  package static func bytes(_ text: String) throws(RawError) -> [UInt8] {
    let value = try JSONParser.parse(text)
    let catalog = SchemaCatalog.layer
    guard case .object(let members) = value, case .string(let name)? = value["_"],
      let definition = catalog.constructor(name) ?? catalog.method(name)
    else {
      throw RawError(
        .unknownName, "The value is an object whose \"_\" names a constructor or a method.")
    }
    var encoding = TLEncoding(lookup: { _ in nil }, randomID: { 0 })
    try encoding.write(definition, members, at: .root)
    return encoding.bytes
  }
}
