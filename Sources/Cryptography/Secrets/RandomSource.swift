internal import CCrypto
internal import Synchronization

/// Where random bytes come from; injected, so that tests can repeat a run.
package struct RandomSource: Sendable, RandomNumberGenerator {
  private let fill: @Sendable (UnsafeMutableRawBufferPointer) -> Void

  /// `fill` overwrites the whole buffer. It is called from any thread.
  package init(fill: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void) {
    self.fill = fill
  }

  /// libcrypto's generator, and the kernel's should it ever report a failure.
  package static let secure = RandomSource { buffer in
    if cc_random(buffer.baseAddress, buffer.count) == 1 { return }
    var system = SystemRandomNumberGenerator()
    for index in buffer.indices { buffer[index] = system.next() }
  }

  /// The same bytes for the same seed. For tests and simulations: not secret.
  package static func seeded(_ seed: UInt64) -> RandomSource {
    let shared = SharedState(seed)
    return RandomSource { buffer in
      shared.state.withLock { state in
        for start in stride(from: 0, to: buffer.count, by: 8) {
          withUnsafeBytes(of: splitMix(&state).littleEndian) { word in
            for offset in 0..<min(8, buffer.count - start) { buffer[start + offset] = word[offset] }
          }
        }
      }
    }
  }

  package func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.initialize(repeating: 0)
      fill(UnsafeMutableRawBufferPointer(buffer))
      initialized = count
    }
  }

  /// Any 64 bits, as ids and salts are.
  package func int64() -> Int64 {
    Int64(bitPattern: next())
  }

  package func next() -> UInt64 {
    var word: UInt64 = 0
    withUnsafeMutableBytes(of: &word) { fill($0) }
    return UInt64(littleEndian: word)
  }

  private final class SharedState: Sendable {
    let state: Mutex<UInt64>
    init(_ seed: UInt64) { state = Mutex(seed) }
  }

  /// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
