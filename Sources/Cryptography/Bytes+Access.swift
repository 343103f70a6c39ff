internal import CCrypto

/// Runs `body` over the elements' contiguous storage, copying them only if there is none.
func withBytes<Result>(
  of bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
) rethrows -> Result {
  if let result = try bytes.withContiguousStorageIfAvailable(body) { return result }
  return try Array(bytes).withUnsafeBufferPointer(body)
}

/// Compares in a time that depends on the lengths only.
package func isEqualInConstantTime(
  _ a: some Collection<UInt8>, _ b: some Collection<UInt8>
) -> Bool {
  guard a.count == b.count else { return false }
  return withBytes(of: a) { a in
    withBytes(of: b) { b in cc_equal(a.baseAddress, b.baseAddress, a.count) == 1 }
  }
}
