extension TLReader {
  /// The count of a boxed vector whose elements take `elementSize` bytes or more each.
  @inlinable
  package mutating func vectorCount(elementSize: Int = 4) throws(TLError) -> Int {
    try expect(TLID.vector)
    return try bareVectorCount(elementSize: elementSize)
  }

  /// The count of a bare vector (no constructor id in front), checked against the bytes left.
  @inlinable
  package mutating func bareVectorCount(elementSize: Int = 4) throws(TLError) -> Int {
    let count = Int(try int())
    guard count >= 0, count <= remaining / elementSize else {
      throw TLError(.impossibleCount(count), offset: cursor - 4, type: "Vector")
    }
    return count
  }

  /// A boxed vector of boxed values.
  @inlinable
  package mutating func vector<Element: TLDecodable>(
    of type: Element.Type = Element.self
  ) throws(TLError) -> [Element] {
    try elements(vectorCount())
  }

  /// A bare vector of boxed values.
  @inlinable
  package mutating func bareVector<Element: TLDecodable>(
    of type: Element.Type = Element.self
  ) throws(TLError) -> [Element] {
    try elements(bareVectorCount())
  }

  @inlinable
  mutating func elements<Element: TLDecodable>(_ count: Int) throws(TLError) -> [Element] {
    var result: [Element] = []
    // A declared count may be believed as far as the bytes reach, yet an element in memory can be
    // many times its size on the wire: past this many the array grows as it is filled.
    result.reserveCapacity(min(count, 256))
    for _ in 0..<count {
      result.append(try Element(from: &self))
    }
    return result
  }

  /// A boxed vector of bytes values.
  @inlinable
  package mutating func vectorOfBytes() throws(TLError) -> [[UInt8]] {
    let count = try vectorCount()
    var result: [[UInt8]] = []
    result.reserveCapacity(min(count, 256))
    for _ in 0..<count {
      result.append(try bytes())
    }
    return result
  }
}
