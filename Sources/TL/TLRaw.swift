/// One boxed value kept as the bytes it came in: its type or constructor is not among the typed ones.
/// Written back, it gives the same bytes. How far it reaches is known from the schema's table, so
/// reading one is TelegramSchema's business.
package struct TLRaw: Hashable, Sendable {
  /// Constructor id and body.
  package let bytes: [UInt8]

  package init(encoded bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ value: some TLEncodable) {
    bytes = value.encoded()
  }

  /// The constructor's id; 0 if there are less than 4 bytes.
  package var constructorID: UInt32 {
    guard bytes.count >= 4 else { return 0 }
    return bytes.span.bytes.unsafeLoadUnaligned(as: UInt32.self).littleEndian
  }
}

extension TLRaw: TLEncodable {
  package func encode(to writer: inout TLWriter) {
    writer.raw(bytes)
  }
}

extension TLRaw: CustomStringConvertible {
  package var description: String {
    "TLRaw(#\(String(constructorID, radix: 16)), \(bytes.count) bytes)"
  }
}

/// All bytes up to the end: the result in an rpc_result, the query inside a wrapping call.
@usableFromInline package struct TLRest: Hashable, Sendable {
  @usableFromInline package let bytes: [UInt8]

  package init(encoded bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ value: some TLEncodable) {
    bytes = value.encoded()
  }

  /// The id the bytes begin with; nil if there are less than 4.
  package var constructorID: UInt32? {
    guard bytes.count >= 4 else { return nil }
    return bytes.span.bytes.unsafeLoadUnaligned(as: UInt32.self).littleEndian
  }
}

extension TLRest: TLQuery {
  @usableFromInline package typealias Response = TLRest

  @usableFromInline
  package init(from reader: inout TLReader) throws(TLError) {
    bytes = Array(reader.rest())
  }

  @usableFromInline
  package func encode(to writer: inout TLWriter) {
    writer.raw(bytes)
  }
}

extension TLRest: CustomStringConvertible {
  @inlinable package var description: String { "TLRest(\(bytes.count) bytes)" }
}
