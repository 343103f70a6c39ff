/// What can be told of an Ogg file with one Opus stream without decoding it (RFC 3533, RFC 7845).
package struct OggOpus: Sendable, Hashable {
  /// Opus counts at 48 kHz, whatever it was recorded at.
  private static let rate = 48_000.0

  /// In seconds.
  package let duration: Double
  /// Made of the sizes of the packets: an encoder with a variable bit rate spends more on what is loud
  /// and rich. Nil if all are alike, with a constant bit rate: then they tell nothing.
  package let waveform: Waveform?

  /// Fed with the file from its beginning, in pieces of any size.
  package struct Reader: ~Copyable {
    private var buffer: [UInt8] = []
    private var serial: UInt32?
    private var packets = 0
    private var preSkip: Int64 = 0
    private var end: Int64?
    private var sizes: [Int] = []
    /// Of a packet that goes on in the next page.
    private var open: [UInt8] = []
    private var openSize = 0

    package private(set) var isOpus = true

    package init() {}

    package mutating func add(_ bytes: some Collection<UInt8>) {
      guard isOpus else { return }
      buffer += bytes
      var start = 0
      while isOpus, let length = page(at: start) { start += length }
      buffer.removeFirst(start)
    }

    /// Nil if it was no such file, or has no sound in it.
    package consuming func finish() -> OggOpus? {
      guard isOpus, packets >= 2, let end, end > preSkip else { return nil }
      let duration = Double(end - preSkip) / OggOpus.rate
      return OggOpus(duration: duration, waveform: OggOpus.waveform(of: sizes))
    }

    /// - Returns: its length; nil if it is not whole yet.
    private mutating func page(at start: Int) -> Int? {
      let header = 27
      guard buffer.count >= start + header else { return nil }
      guard buffer[start..<start + 4].elementsEqual("OggS".utf8), buffer[start + 4] == 0 else {
        isOpus = false
        return nil
      }
      let segments = Int(buffer[start + 26])
      let body = start + header + segments
      guard buffer.count >= body else { return nil }
      let lacing = buffer[start + header..<body]
      let length = lacing.reduce(0) { $0 + Int($1) }
      guard buffer.count >= body + length else { return nil }
      let whole = header + segments + length
      let number = UInt32(littleEndian: start + 14, in: buffer)
      // Other streams beside the first one are none of ours.
      guard serial ?? number == number else { return whole }
      serial = number
      var position = body
      for lace in lacing {
        if openSize < 64 { open += buffer[position..<position + min(Int(lace), 64)] }
        openSize += Int(lace)
        position += Int(lace)
        if lace < 255 { packet() }
      }
      let granule = Int64(littleEndian: start + 6, in: buffer)
      // -1: no packet ends on this page.
      if granule >= 0, packets > 2 { end = max(end ?? 0, granule) }
      return whole
    }

    private mutating func packet() {
      defer {
        open.removeAll(keepingCapacity: true)
        openSize = 0
        packets += 1
      }
      switch packets {
      case 0:
        isOpus = open.starts(with: "OpusHead".utf8) && open.count >= 19
        if isOpus { preSkip = Int64(open[10]) | Int64(open[11]) << 8 }
      case 1: isOpus = open.starts(with: "OpusTags".utf8)
      // A day of packets of 20 ms; what comes after it is not drawn.
      default: if sizes.count < 4_320_000 { sizes.append(openSize) }
      }
    }
  }

  private static func waveform(of sizes: [Int]) -> Waveform? {
    guard let least = sizes.min(), let most = sizes.max(), most > least else { return nil }
    let means = (0..<Waveform.count).map { step -> Double in
      let first = step * sizes.count / Waveform.count
      let last = max((step + 1) * sizes.count / Waveform.count, first + 1)
      let stretch = sizes[first..<min(last, sizes.count)]
      return Double(stretch.reduce(0, +)) / Double(stretch.count)
    }
    let top = means.max() ?? 0
    let bottom = min(means.min() ?? 0, top / 2)
    guard top > bottom else { return nil }
    return Waveform(
      means.map { UInt8((($0 - bottom) / (top - bottom) * Double(Waveform.maximum)).rounded()) })
  }
}

extension FixedWidthInteger {
  fileprivate init(littleEndian offset: Int, in bytes: [UInt8]) {
    self = (0..<Self.bitWidth / 8).reduce(0) { $0 | Self(bytes[offset + $1]) << (8 * $1) }
  }
}
