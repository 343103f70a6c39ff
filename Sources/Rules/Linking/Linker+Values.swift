import Foundation
import Model
import Scripting

extension Linker {
  func zone(of settings: AccountSettings) -> ZoneTable {
    ZoneTable(ZoneName.resolve(settings.zone) ?? .gmt)
  }

  /// The hours by name, each in its zone.
  func hoursTables(owner: ZoneTable) -> [String: HoursTable] {
    let senders = SenderZones(account?.value.people ?? [])
    let tables = hours.map { declared in
      let value = declared.value
      return HoursTable(
        name: declared.name, weekly: value.weekly,
        zone: value.zone.flatMap(ZoneName.resolve).map(ZoneTable.init) ?? owner,
        holidays: HolidaySet(
          dates: value.except.dates,
          calendars: value.except.calendars.compactMap { path in
            calendars[path].map { (path, $0) }
          }),
        senders: value.isSenders ? senders : nil)
    }
    return Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
  }

  static func deferral(_ name: DeferralName?, hours: [String: HoursTable]) -> Deferral? {
    guard let name, let table = hours[name.hours] else { return nil }
    return Deferral(edge: name.edge, hours: table)
  }

  func delayCurves(hours: [String: HoursTable]) -> [String: DelayCurve] {
    let curves = delays.map { declared in
      var curve = declared.value.curve
      if let function = declared.value.function, let file = delayFiles[declared.name] {
        curve.function = DelayFunction(reference: function, file: file)
      }
      curve.deferral = Self.deferral(declared.value.deferral, hours: hours)
      return (declared.name, curve)
    }
    return Dictionary(curves) { first, _ in first }
  }
}
