import Rules

/// Samples of a delay, drawn in 80 columns.
struct DelayChart {
  private let preview: DelayPreview
  private let colors: Bool

  init(_ preview: DelayPreview, colors: Bool) {
    self.preview = preview
    self.colors = colors
  }

  var text: String {
    ([headline, ""] + quantiles + [""] + histogram + notes).joined(separator: "\n")
  }

  private var headline: String {
    "delay \"\(preview.name)\": \(preview.samples) samples, \(preview.length) characters read, "
      + "\(preview.reply) typed, seed \(preview.seed)"
  }

  private var quantiles: [String] {
    let rows = [
      ("notice", preview.notice), ("reading", preview.reading), ("typing", preview.typing),
      ("in all", preview.total),
    ]
    let heading = "  " + ["", "median", "90 %", "longest"].map { $0.padded(to: 10) }.joined()
    return [heading]
      + rows.map { name, one in
        "  "
          + ([name.padded(to: -10)]
          + [one.median, one.ninety, one.longest].map { Self.time($0).padded(to: 10) }).joined()
      }
  }

  private var histogram: [String] {
    let labels = preview.bins.map { bin in
      let from = Self.time(bin.from)
      return bin.to.map { "\(from.padded(to: 6)) – \(Self.time($0).padded(to: 6))" }
        ?? "\(from.padded(to: 6)) and more"
    }
    let width = labels.map(\.count).max() ?? 0
    let most = preview.bins.map(\.count).max() ?? 0
    let room = 80 - 2 - width - 2 - 9
    return zip(preview.bins, labels).map { bin, label in
      let bar = Self.bar(Double(bin.count) / Double(max(most, 1)) * Double(room))
      let share = Self.percent(bin.count, of: preview.samples)
      return "  \(label.padded(to: -width))  \(green(bar.padded(to: -room)))\(share.padded(to: 9))"
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    if preview.isFunction { notes.append("A function tells when the message is noticed.") }
    if let cap = preview.cap {
      let cut = preview.capped == 0 ? "none" : "\(preview.capped)"
      notes.append("The cap of \(Self.time(cap)) cuts \(cut) of the samples.")
    }
    if let deferral = preview.deferral {
      notes.append("None of this begins before \(deferral).")
    }
    return notes.isEmpty ? [] : [""] + notes
  }

  /// `850ms`, `2.4s`, `25s`, `2m30s`, `1h05m`, `2d03h`.
  static func time(_ milliseconds: Int64) -> String {
    if milliseconds == 0 { return "0s" }
    if milliseconds < 1000 { return "\(milliseconds)ms" }
    let tenths = (milliseconds + 50) / 100
    if tenths < 100 {
      return tenths % 10 == 0 ? "\(tenths / 10)s" : "\(tenths / 10).\(tenths % 10)s"
    }
    let seconds = (milliseconds + 500) / 1000
    func pair(_ large: Int64, _ small: Int64, _ units: (String, String)) -> String {
      small == 0
        ? "\(large)\(units.0)" : "\(large)\(units.0)\(small < 10 ? "0" : "")\(small)\(units.1)"
    }
    if seconds < 60 { return "\(seconds)s" }
    if seconds < 3600 { return pair(seconds / 60, seconds % 60, ("m", "s")) }
    let minutes = (seconds + 30) / 60
    if minutes < 1440 { return pair(minutes / 60, minutes % 60, ("h", "m")) }
    return pair(minutes / 1440, minutes % 1440 / 60, ("d", "h"))
  }

  private static func percent(_ count: Int, of all: Int) -> String {
    let tenths = (count * 1000 + all / 2) / max(all, 1)
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// In eighths of a column.
  private static func bar(_ length: Double) -> String {
    let eighths = Int((length * 8).rounded())
    let rest = eighths % 8
    // Whoever counts at all is seen.
    if eighths == 0 { return length > 0 ? "▏" : "" }
    return String(repeating: "█", count: eighths / 8)
      + (rest == 0 ? "" : String(["▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest - 1]))
  }

  private func green(_ text: String) -> String { colors ? "\u{1B}[32m\(text)\u{1B}[0m" : text }
}

extension String {
  /// To the right, or with a negative width to the left.
  fileprivate func padded(to width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? self + spaces : spaces + self
  }
}
