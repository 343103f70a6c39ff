package import TL

extension TLReader {
  /// One boxed value of the type with this number, kept as its bytes.
  mutating func raw(type: Int) throws(TLError) -> TLRaw {
    let start = position
    try SchemaTable.skip(&self, type: type)
    return TLRaw(encoded: Array(slice(from: start)))
  }

  /// A boxed vector of such values.
  mutating func rawVector(type: Int) throws(TLError) -> [TLRaw] {
    let count = try vectorCount()
    var result: [TLRaw] = []
    result.reserveCapacity(min(count, 256))
    for _ in 0..<count {
      result.append(try raw(type: type))
    }
    return result
  }
}

extension TLRaw: TLDecodable {
  /// Any boxed value of the layer.
  package init(from reader: inout TLReader) throws(TLError) {
    let start = reader.position
    try SchemaTable.skip(&reader)
    self.init(encoded: Array(reader.slice(from: start)))
  }
}
