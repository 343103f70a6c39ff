/// Reads iCalendar files (RFC 5545): the events of a `VCALENDAR`, everything else being passed over.
struct CalendarReader {
  private(set) var calendar = HolidayCalendar()
  /// What is wrong, the first line first; whoever finds any has no use for the calendar.
  private(set) var problems: [CalendarError] = []
  private var budget = CalendarBudget()
  private var events: [CalendarEvent] = []
  /// By TZID, where the file says which IANA zone it means.
  private var locations: [String: String] = [:]

  /// - Parameter hash: of the bytes, to tell one state of the file from another.
  init(_ text: String, hash: String = "") {
    calendar.hash = hash
    do throws(CalendarError) {
      try gather(try components(of: CalendarLine.lines(of: text)))
      expand()
    } catch {
      problems.append(error)
    }
  }

  private struct Component {
    var name: String
    var line: Int
    var lines: [CalendarLine] = []
  }

  /// The components that hold no others' lines: VEVENT and VTIMEZONE, in their order.
  private func components(of lines: [CalendarLine]) throws(CalendarError) -> [Component] {
    guard let first = lines.first, first.name == "BEGIN", first.value.uppercased() == "VCALENDAR"
    else {
      throw CalendarError(
        line: lines.first?.number ?? 1, message: "is no calendar: it lacks BEGIN:VCALENDAR",
        hint: "export the calendar as iCalendar (.ics)")
    }
    var open: [Component] = []
    var found: [Component] = []
    for line in lines {
      switch line.name {
      case "BEGIN":
        guard open.count < CalendarLimits.depth else {
          throw CalendarError(line: line.number, message: "too many components within others")
        }
        open.append(Component(name: line.value.uppercased(), line: line.number))
      case "END":
        guard let last = open.popLast(), last.name == line.value.uppercased() else {
          throw CalendarError(
            line: line.number, message: "END:\(line.value.prefix(20)) ends nothing that is open")
        }
        if last.name == "VEVENT" || last.name == "VTIMEZONE" { found.append(last) }
        guard found.count <= CalendarLimits.events else {
          throw CalendarError(
            line: last.line, message: "more than \(CalendarLimits.events) events")
        }
      default:
        guard !open.isEmpty else {
          throw CalendarError(
            line: line.number, message: "\(line.name) stands outside of VCALENDAR")
        }
        open[open.count - 1].lines.append(line)
      }
    }
    if let last = open.last {
      throw CalendarError(
        line: last.line, message: "BEGIN:\(last.name.prefix(20)) has no END: the file is cut short")
    }
    return found
  }

  private mutating func gather(_ components: [Component]) throws(CalendarError) {
    for zone in components where zone.name == "VTIMEZONE" {
      let value = { (name: String) in zone.lines.first { $0.name == name }.map { String($0.value) }
      }
      if let id = value("TZID"), let location = value("X-LIC-LOCATION") { locations[id] = location }
    }
    let locations = locations
    for component in components where component.name == "VEVENT" {
      do throws(CalendarError) {
        events.append(
          try CalendarEvent(component.lines, line: component.line) { id in
            Self.zone(id, locations: locations)
          })
      } catch {
        problems.append(error)
        if problems.count == CalendarLimits.problems { return }
      }
    }
  }

  /// Names of the IANA list, also behind the prefixes that some programs put before them
  /// (`/citadel.org/20250101_1/Europe/Berlin`).
  private static func zone(_ id: String, locations: [String: String]) -> ZoneTable? {
    let parts = id.split(separator: "/")
    let tails = [2, 3].map { parts.suffix($0).joined(separator: "/") }
    return ([id, locations[id] ?? ""] + (id.hasPrefix("/") ? tails : [])).lazy
      .compactMap(ZoneName.resolve).first.map(ZoneTable.init)
  }

  private mutating func expand() {
    guard problems.isEmpty else { return }
    var times: [String: [CalendarTime]] = [:]
    for event in events {
      if let uid = event.uid, let time = event.replaces { times[uid, default: []].append(time) }
    }
    // Once for each UID: many events may share one.
    let replaced = times.mapValues(CalendarEvent.Gone.init)
    for event in events where !event.isCancelled {
      let others = event.replaces == nil ? event.uid.flatMap { replaced[$0] } : nil
      do throws(CalendarBudget.Spent) {
        for start in try event.starts(without: others, budget: &budget) { add(event, start) }
      } catch {
        problems.append(
          CalendarError(
            line: event.ruleLine,
            message: "the events of this file take place too often "
              + "(more than \(CalendarLimits.occurrences) times to \(DateRule.years.upperBound))",
            hint: "end what recurs with UNTIL or COUNT"))
        return
      }
      if let rule = event.rule, rule.isEndless { calendar.isEndless = true }
    }
  }

  private mutating func add(_ event: CalendarEvent, _ start: CalendarTime) {
    if event.isAllDay {
      let range = start.day..<(start.day + event.length)
      calendar.days.append(HolidayCalendar.Holiday(name: event.name, range: range))
      return
    }
    guard event.length > 0 else { return }
    let range = start.seconds..<(start.seconds + event.length)
    let holiday = HolidayCalendar.Holiday(name: event.name, range: range)
    if start.place == .floating {
      calendar.floating.append(holiday)
    } else {
      calendar.timed.append(holiday)
    }
  }
}
