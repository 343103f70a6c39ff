import Model
import Sandbox

/// The invented people of a storm: owners, and whom they talk to.
struct Town: Sendable {
  /// A chat of one owner's, as that owner sees it.
  struct Place: Sendable {
    let chat: PeerID
    let owner: Int64
    /// Who writes there beside the owner.
    let writers: [Int64]

    /// The chat as this writer sees it.
    func chat(for writer: Int64) -> PeerID {
      if case .user = chat { .user(owner) } else { chat }
    }

    func writer(_ number: Int) -> Int64 { writers[number % writers.count] }
  }

  let owners: [Int64]
  let places: [Place]

  static func phone(of account: Int) -> String { "+155501019\(account / 10)\(account % 10)" }

  /// Of each owner's chats most are private; a few are groups, a few supergroups.
  init(plan: StormPlan) {
    owners = (0..<plan.accounts).map { 5_100_000_001 + Int64($0) }
    var places: [Place] = []
    for number in 0..<plan.chats {
      let owner = owners[plan.account(of: number)]
      let person = Self.person(number)
      // Of twenty chats of an account one is a group and one a supergroup.
      switch number / plan.accounts % 20 {
      case 9:
        places.append(
          Place(
            chat: .group(4_100_000_000 + Int64(number)), owner: owner,
            writers: [person, person + 1, person + 2]))
      case 19:
        places.append(
          Place(
            chat: .channel(1_600_000_000 + Int64(number)), owner: owner,
            writers: [person, person + 1, person + 2]))
      default: places.append(Place(chat: .user(person), owner: owner, writers: [person]))
      }
    }
    self.places = places
  }

  private static func person(_ number: Int) -> Int64 { 5_200_000_000 + 10 * Int64(number) }

  func world(seed: UInt64, clock: WallClock) -> World {
    var world = World(seed: seed, clock: clock)
    let yesterday = world.now - 86_400
    // Small slices, so that every longer absence is told in several.
    world.limits.difference = 12
    for (account, owner) in owners.enumerated() {
      var person = Person(
        id: owner, firstName: "Owner", lastName: "\(account + 1)", phone: Self.phone(of: account))
      // Half of the people are known, the others strangers.
      person.contacts = Set(
        places.filter { $0.owner == owner }.flatMap(\.writers).filter { $0 % 20 == 0 })
      world.add(person)
    }
    for place in places {
      for writer in place.writers where world.people[writer] == nil {
        world.add(Person(id: writer, firstName: "Person", lastName: "\(writer % 100_000)"))
      }
      let members = place.writers + [place.owner]
      let title = "Circle \(place.writers[0] % 100_000)"
      switch place.chat {
      case .user: break
      case .group: world.makeGroup(place.chat, title, members: members, date: yesterday)
      case .channel:
        world.makeChannel(
          place.chat, title, username: nil, isMegagroup: true, members: members, date: yesterday)
      }
    }
    return world
  }
}
