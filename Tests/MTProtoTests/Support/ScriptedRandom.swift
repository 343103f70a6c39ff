import Cryptography
import Synchronization

extension RandomSource {
  /// Gives the listed values to whoever asks for as many bytes, each once and in their order, and
  /// seeded bytes to everybody else.
  static func scripted(_ values: [[UInt8]], seed: UInt64 = 1) -> RandomSource {
    let script = Script(values)
    let rest = RandomSource.seeded(seed)
    return RandomSource { buffer in
      let bytes = script.take(buffer.count) ?? rest.bytes(buffer.count)
      buffer.copyBytes(from: bytes)
    }
  }

  private final class Script: Sendable {
    private let values: Mutex<[[UInt8]]>

    init(_ values: [[UInt8]]) {
      self.values = Mutex(values)
    }

    func take(_ count: Int) -> [UInt8]? {
      values.withLock { values in
        values.firstIndex { $0.count == count }.map { values.remove(at: $0) }
      }
    }
  }
}
