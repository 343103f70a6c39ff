package import Model

/// The invented network: people, chats and what was written, without a socket.
///
/// A value. Every change yields ``Delivery`` values for the sessions of those concerned and
/// ``Observation`` values for scripted contacts; whoever carries them collects them with
/// ``takeDeliveries()`` and ``takeObservations()``. The same seed and the same calls at the same
/// instants give the same world.
package struct World: Sendable {
  package struct Limits: Sendable {
    /// Entries in one answer to updates.getDifference; beyond it a slice.
    package var difference = 500
    /// Entries behind which an account or a channel is told "too long".
    package var log = 10_000
    /// The longest page of dialogs or messages that is given out.
    package var page = 100
    /// In UTF-16 code units (core.telegram.org/api/config, message_length_max).
    package var messageLength = 4096
    /// How long a login code is good for.
    package var codeValidity: Duration = .seconds(3600)
    /// Wrong codes after which a login must begin anew.
    package var codeAttempts = 5
    /// In UTF-16 code units (core.telegram.org/api/config, caption_length_limit_default).
    package var captionLength = 1024
    /// Parts of an upload (core.telegram.org/api/config, upload_max_fileparts_default and _premium).
    package var fileParts: Int32 = 4000
    package var filePartsPremium: Int32 = 8000
    /// A file reference expires after so many reads; nil: only when a script says so.
    package var readsPerReference: Int?
  }

  package let seed: UInt64
  package let clock: WallClock
  package var limits = Limits()
  /// Pushes from channels describe those who are no contacts by `min` constructors
  /// (core.telegram.org/api/min).
  package var isBriefAboutStrangers = false
  /// The data center where everything lies, unless a file says otherwise.
  package var dc: Int32 = 2
  package internal(set) var people: [Int64: Person] = [:]
  package internal(set) var groups: [Int64: Group] = [:]
  package internal(set) var channels: [Int64: Channel] = [:]
  /// The account that the seeding made for the owner; nil in an empty world.
  package internal(set) var owner: Int64?
  /// What the server holds of each password; never the password.
  package internal(set) var passwords: [Int64: StoredPassword] = [:]

  package internal(set) var files: [Int64: StoredFile] = [:]

  var uploads: [PendingUpload.Key: PendingUpload] = [:]
  var mailboxes: [Int64: Mailbox] = [:]
  var copies: [Int64: [Shelf: Int32]] = [:]
  var logins: [String: PendingLogin] = [:]
  /// Who has typed, in which chat of theirs, since they last wrote there.
  var typed: Set<TypingKey> = []
  var generator: SeededGenerator
  var nextKey: Int64 = 1
  private var deliveries: [Delivery] = []
  private var observations: [Observation] = []

  /// Where a copy of a message lies.
  enum Shelf: Sendable, Hashable {
    case mailbox(Int64)
    case channel(Int64)
  }

  struct TypingKey: Sendable, Hashable {
    let person: Int64
    let chat: PeerID
  }

  /// A world with nobody in it but Telegram's service account.
  package init(seed: UInt64, clock: WallClock) {
    self.seed = seed
    self.clock = clock
    generator = SeededGenerator(seed: seed)
    var service = Person(id: Person.serviceID, firstName: "Telegram", phone: "42777")
    service.isVerified = true
    add(service)
  }

  /// Seconds since 1970, as dates are on the wire.
  package var now: Int32 { Int32(clamping: clock.now.seconds) }

  package mutating func add(_ person: Person) {
    people[person.id] = person
    mailboxes[person.id] = Mailbox(owner: person.id)
  }

  /// Hands out, once, what is to be pushed.
  package mutating func takeDeliveries() -> [Delivery] {
    defer { deliveries.removeAll() }
    return deliveries
  }

  /// Hands out, once, what people have noticed.
  package mutating func takeObservations() -> [Observation] {
    defer { observations.removeAll() }
    return observations
  }

  mutating func deliver(
    _ change: Change, to recipient: Int64, at position: Delivery.Position? = nil,
    origin: SessionKey? = nil
  ) {
    let date = now
    if change.isKeptByDate { mailboxes[recipient]?.keepByDate(change, date: date) }
    deliveries.append(
      Delivery(recipient: recipient, change: change, position: position, origin: origin))
  }

  mutating func observe(_ kind: Observation.Kind, by person: Int64) {
    observations.append(Observation(observer: person, kind: kind))
  }

  /// Moves an account's own sequence on and tells the account.
  mutating func record(
    _ change: Change, count: Int32, in owner: Int64, origin: SessionKey? = nil
  ) -> Delivery.Position {
    let kept = limits.log
    let pts = mailboxes[owner]?.log.append(change, count: count, keeping: kept) ?? 0
    let position = Delivery.Position(pts: pts, count: count)
    deliver(change, to: owner, at: position, origin: origin)
    return position
  }

  /// Moves a channel's sequence on and tells its members.
  mutating func record(
    _ change: Change, count: Int32, inChannel id: Int64, origin: SessionKey? = nil
  ) -> Delivery.Position {
    let kept = limits.log
    let pts = channels[id]?.log.append(change, count: count, keeping: kept) ?? 0
    let date = now
    channels[id]?.changed = date
    let position = Delivery.Position(pts: pts, count: count)
    for member in channels[id]?.members ?? [] {
      deliver(change, to: member, at: position, origin: origin)
    }
    return position
  }
}
