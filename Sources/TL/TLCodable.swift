/// A value that can be read in its boxed form (constructor id first, where the type has one).
@usableFromInline package protocol TLDecodable: Sendable {
  init(from reader: inout TLReader) throws(TLError)
}

/// A value that can be written in its boxed form.
@usableFromInline package protocol TLEncodable: Sendable {
  func encode(to writer: inout TLWriter)
}

@usableFromInline package typealias TLCodable = TLDecodable & TLEncodable

/// One constructor of the schema: an id and a body.
@usableFromInline package protocol TLConstructor: TLDecodable, TLEncodable {
  static var constructorID: UInt32 { get }
  /// Reads what follows the id.
  init(body reader: inout TLReader) throws(TLError)
  /// Writes what follows the id.
  func encodeBody(to writer: inout TLWriter)
}

/// What a wrapping call can carry, and what is sent to a server: a method, or one already encoded.
@usableFromInline package protocol TLQuery: TLDecodable, TLEncodable {
  associatedtype Response: TLDecodable, TLEncodable
}

/// One method of the schema; its value is a call with its arguments.
@usableFromInline package protocol TLMethod: TLQuery, TLConstructor {}

extension TLConstructor {
  @inlinable
  package init(from reader: inout TLReader) throws(TLError) {
    try reader.expect(Self.constructorID)
    try self.init(body: &reader)
  }

  @inlinable
  package func encode(to writer: inout TLWriter) {
    writer.constructor(Self.constructorID)
    encodeBody(to: &writer)
  }
}

extension TLDecodable {
  /// Reads the one value that the bytes hold; throws if bytes are left over.
  package init(bytes: some TLByteSource) throws(TLError) {
    var reader = TLReader(bytes.slice)
    try self.init(from: &reader)
    try reader.expectEnd()
  }
}

extension TLEncodable {
  /// The value in its boxed form.
  ///
  /// - Parameter understandsEscapes: whether its strings may hold escaped bytes, as those do that were read;
  ///   false for those that people have written.
  package func encoded(understandsEscapes: Bool = true) -> [UInt8] {
    var writer = TLWriter(understandsEscapes: understandsEscapes)
    encode(to: &writer)
    return writer.bytes
  }
}

/// What a TL value can be read from without a copy.
@usableFromInline package protocol TLByteSource {
  var slice: ArraySlice<UInt8> { get }
}

extension [UInt8]: TLByteSource {
  @inlinable package var slice: ArraySlice<UInt8> { self[...] }
}

extension ArraySlice<UInt8>: TLByteSource {
  @inlinable package var slice: ArraySlice<UInt8> { self }
}
