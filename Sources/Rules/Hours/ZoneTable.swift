import Foundation
import Synchronization

/// The offsets of a time zone from UTC, compiled: a lookup is a binary search.
///
/// The data is Foundation's. All times are whole seconds since 1970.
package struct ZoneTable: Sendable, Hashable {
  /// The IANA name.
  package let name: String
  /// Ascending; from each on the offset of the same index holds. The first is the distant past.
  private let starts: [Int]
  private let offsets: [Int]
  /// Answers for what lies before and after the table.
  private let zone: TimeZone

  /// Clock changes beyond these years matter to nobody's answers.
  private static let covered = 0..<4_102_444_800

  private static let known = Mutex<[String: ZoneTable]>([:])

  /// Compiled once in a process: a table is some hundreds of changes.
  init(_ zone: TimeZone) {
    self =
      Self.known.withLock { $0[zone.identifier] }
      ?? {
        let table = ZoneTable(compiling: zone)
        Self.known.withLock { $0[zone.identifier] = table }
        return table
      }()
  }

  private init(compiling zone: TimeZone) {
    name = zone.identifier == "GMT" ? "UTC" : zone.identifier
    self.zone = zone
    var starts = [Int.min]
    var offsets = [zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0))]
    var last = Date(timeIntervalSince1970: 0)
    while let next = zone.nextDaylightSavingTimeTransition(after: last), next > last,
      Self.covered.contains(Int(next.timeIntervalSince1970))
    {
      last = next
      let offset = zone.secondsFromGMT(for: next)
      // Some changes are of the name alone.
      guard offset != offsets[offsets.count - 1] else { continue }
      starts.append(Int(next.timeIntervalSince1970))
      offsets.append(offset)
    }
    self.starts = starts
    self.offsets = offsets
  }

  /// What the local clock is ahead of UTC, in seconds.
  package func offset(at instant: Int) -> Int {
    guard Self.covered.contains(instant) else {
      return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    }
    return offsets[index(at: instant)]
  }

  /// The first instant after this one from which another offset holds.
  package func nextChange(after instant: Int) -> Int? {
    let next = index(at: instant) + 1
    return next < starts.count ? starts[next] : nil
  }

  /// The instants at which the local clock shows this: one as a rule, two when clocks go back over
  /// it, none when they skip it.
  ///
  /// - Parameter local: seconds since 1970-01-01T00:00:00 by the local clock.
  package func instants(showing local: Int) -> [Int] {
    // No zone is further than 15 hours from UTC, and none has jumped by more than a day.
    var index = index(at: local - 2 * 86_400)
    var found: [Int] = []
    while index < starts.count, starts[index] < local + 2 * 86_400 {
      let instant = local - offsets[index]
      let end = index + 1 < starts.count ? starts[index + 1] : Int.max
      if starts[index] <= instant, instant < end { found.append(instant) }
      index += 1
    }
    return found
  }

  /// The one instant that a calendar means by a local time: the first of two; of a time that the
  /// clocks skip, what it would be had they not (RFC 5545, 3.3.5).
  func instant(of local: Int) -> Int {
    if let first = instants(showing: local).first { return first }
    return local - offset(at: local - 86_400)
  }

  private func index(at instant: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= instant { low = middle } else { high = middle }
    }
    return low
  }
}
