import CLuaReference

/// Lua's own interpreter, to compare with.
enum Reference {
  /// What Lua itself makes of a chunk that returns a string: that, or the error's text.
  static func run(_ chunk: String) -> String {
    let text = Array(chunk.utf8)
    let bytes = [UInt8](unsafeUninitializedCapacity: 4 << 20) { buffer, count in
      text.withUnsafeBufferPointer { source in
        source.withMemoryRebound(to: CChar.self) { source in
          buffer.withMemoryRebound(to: CChar.self) { out in
            count = reference_run(source.baseAddress, source.count, out.baseAddress, out.count)
          }
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
