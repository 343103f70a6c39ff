// Built-in types, so that they can be vector elements and responses.

extension Bool: TLDecodable, TLEncodable {
  @inlinable
  package init(from reader: inout TLReader) throws(TLError) {
    self = try reader.bool()
  }

  @inlinable
  package func encode(to writer: inout TLWriter) {
    writer.bool(self)
  }
}

extension Int32: TLDecodable, TLEncodable {
  @inlinable
  package init(from reader: inout TLReader) throws(TLError) {
    self = try reader.int()
  }

  @inlinable
  package func encode(to writer: inout TLWriter) {
    writer.int(self)
  }
}

extension Int64: TLDecodable, TLEncodable {
  @inlinable
  package init(from reader: inout TLReader) throws(TLError) {
    self = try reader.long()
  }

  @inlinable
  package func encode(to writer: inout TLWriter) {
    writer.long(self)
  }
}

extension Double: TLDecodable, TLEncodable {
  @inlinable
  package init(from reader: inout TLReader) throws(TLError) {
    self = try reader.double()
  }

  @inlinable
  package func encode(to writer: inout TLWriter) {
    writer.double(self)
  }
}

extension String: TLDecodable, TLEncodable {
  @inlinable
  package init(from reader: inout TLReader) throws(TLError) {
    self = try reader.string()
  }

  @inlinable
  package func encode(to writer: inout TLWriter) {
    writer.string(self)
  }
}

/// A boxed vector.
extension Array: TLDecodable where Element: TLDecodable {
  @inlinable
  package init(from reader: inout TLReader) throws(TLError) {
    self = try reader.vector()
  }
}

extension Array: TLEncodable where Element: TLEncodable {
  @inlinable
  package func encode(to writer: inout TLWriter) {
    writer.vector(self)
  }
}
