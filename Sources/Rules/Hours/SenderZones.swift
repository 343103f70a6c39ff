import Model

/// Where the people live whose zone the account names: what `zone = "sender"` goes by.
struct SenderZones: Sendable, Hashable {
  private var byID: [PeerID: ZoneTable] = [:]
  private var byUsername: [String: ZoneTable] = [:]

  init(_ zones: [PersonZone]) {
    for one in zones {
      guard let zone = ZoneName.resolve(one.zone).map(ZoneTable.init) else { continue }
      switch one.person {
      case .id(let id): byID[id] = zone
      case .username(let name): byUsername[name] = zone
      }
    }
  }

  func zone(of person: Contact) -> ZoneTable? {
    byID[.user(person.id)] ?? person.username.flatMap { byUsername[$0.lowercased()] }
  }
}

/// One entry of the account's `zones`.
struct PersonZone: Sendable, Hashable {
  var person: PeerSelector
  /// An IANA name.
  var zone: String
}
