/// The windows of a week, compiled: disjoint and ascending on each day.
struct WeekTable: Sendable, Hashable {
  /// By weekday, 0 being Monday: minutes after the midnight that begins the day. A window that goes
  /// over midnight ends after 1440.
  let days: [[Range<Int>]]

  init(_ weekly: WeeklyHours) {
    days = (0..<7).map { day in
      let windows = weekly.windows.filter { $0.day == day && $0.opens < $0.closes }
      return [Range<Int>].merged(windows.map { $0.opens..<$0.closes })
    }
  }

  /// - Parameter minute: after the midnight that begins the day; from 1440 on it is the next day's.
  func covers(weekday: Int, minute: Int) -> Bool { days[weekday].containing(minute) != nil }
}

extension [Range<Int>] {
  /// The same numbers in disjoint ranges, ascending, none touching the next.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        let end = Swift.max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Of ranges as ``merged(_:)`` makes them, by binary search.
  func containing(_ number: Int) -> Range<Int>? {
    let index = firstIndex(endingAfter: number)
    guard index < count, self[index].lowerBound <= number else { return nil }
    return self[index]
  }

  /// The first of such ranges that ends after the number; the count if none does.
  func firstIndex(endingAfter number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
