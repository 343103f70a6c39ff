import Model
import Rules

/// A week of hours, drawn in 80 columns.
struct HoursChart {
  private let preview: HoursPreview
  private let colors: Bool

  init(_ preview: HoursPreview, colors: Bool) {
    self.preview = preview
    self.colors = colors
  }

  var text: String {
    ([headline, "", ruler] + preview.days.map(row) + notes + ["", legend] + moment)
      .joined(separator: "\n")
  }

  private var headline: String {
    var text = "hours \"\(preview.name)\", week of \(preview.days.first?.date ?? ""), "
    text += "by the clock of \(preview.zone)"
    if preview.isSenders {
      text += ",\nread in the sender's zone, here \(preview.hoursZone)"
    } else if preview.hoursZone != preview.zone {
      text += ",\nread in \(preview.hoursZone)"
    }
    return text
  }

  /// Every third hour over its cell.
  private var ruler: String {
    let hours = stride(from: 0, to: 24, by: 3).map { hour in
      "\(hour)" + String(repeating: " ", count: 6 - "\(hour)".count)
    }
    return String(repeating: " ", count: Self.indent) + hours.joined() + "24"
  }

  private static let indent = 18

  private func row(_ day: HoursPreview.Day) -> String {
    let cells = day.cells.map { cell in
      switch cell {
      case .open: paint("█", "32")
      case .part: paint("▒", "32")
      case .closed: day.holidays.isEmpty ? "·" : paint("·", "33")
      case .skipped: "-"
      }
    }
    let mark = day.holidays.isEmpty && day.changes.isEmpty ? "" : " *"
    return "  \(day.weekday) \(day.date)".padding(to: Self.indent) + cells.joined() + mark
  }

  private var notes: [String] {
    let notes = preview.days.flatMap { day in
      let all = day.holidays.map { "holiday: \($0)" } + day.changes
      return all.map { "  * \(day.weekday) \(day.date)  \($0)" }
    }
    return notes.isEmpty ? [] : [""] + notes.map { Printable.line($0).cut(to: 80) }
  }

  private var legend: String {
    let minutes = preview.openings.reduce(Int64(0)) { sum, opening in
      sum + opening.from.duration(to: opening.to).components.seconds / 60
    }
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    let time = rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
    let kinds = Set(preview.days.flatMap(\.cells))
    var signs = ["█ open"]
    if kinds.contains(.part) { signs.append("▒ partly") }
    signs.append("· closed")
    if kinds.contains(.skipped) { signs.append("- skipped") }
    return "  " + signs.joined(separator: "   ") + "   open for \(time) in all"
  }

  private var moment: [String] {
    guard let moment = preview.moment else { return [] }
    let until = moment.until.map { "until \($0)" } ?? "for two years and more"
    return [
      "",
      "  \(moment.open ? "open" : "closed") on \(moment.local) (\(preview.zone)), \(until)",
    ]
  }

  private func paint(_ text: String, _ code: String) -> String {
    colors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func cut(to width: Int) -> String {
    count > width ? prefix(width - 1) + "…" : self
  }
}
