import Foundation
import Testing

@testable import Rules

func zoneTable(_ name: String) throws -> ZoneTable {
  ZoneTable(try #require(TimeZone(identifier: name)))
}

/// Zones that have shown what clocks can do: Europe and America in their own nights, half an hour,
/// midnight, a quarter, a day skipped, winter time as the exception, rules that changed for a month.
let oddZones = [
  "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu",
  "Pacific/Apia", "Europe/Dublin", "Africa/Casablanca", "Asia/Tehran", "America/Havana", "UTC",
  "Pacific/Chatham", "Asia/Gaza", "America/St_Johns",
]
