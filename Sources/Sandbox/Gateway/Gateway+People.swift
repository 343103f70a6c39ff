import Model
import TelegramSchema

extension Gateway {
  func users(
    _ call: Methods.Users.GetUsers, for me: Int64
  ) throws(Refusal) -> [API.User] {
    let presenter = Presenter(world: world, viewer: me)
    var users: [API.User] = []
    for input in call.id.prefix(200) { users.append(presenter.user(try user(input, for: me))) }
    return users
  }

  func fullUser(
    _ call: Methods.Users.GetFullUser, for me: Int64
  ) throws(Refusal) -> API.Users.UserFull {
    let id = try user(call.id, for: me)
    let presenter = Presenter(world: world, viewer: me)
    let shared = world.groups.values.filter {
      $0.members.contains(id) && $0.members.contains(me)
    }
    return API.Users.UserFull(
      fullUser: .init(
        id: id, about: world.people[id]?.about, settings: .init(),
        notifySettings: presenter.notifySettings(isMuted: false),
        commonChatsCount: id == me ? 0 : shared.count.clamped),
      chats: [], users: [presenter.user(id)])
  }

  func contacts(of me: Int64) -> API.Contacts.Contacts {
    let presenter = Presenter(world: world, viewer: me)
    let ids = (world.people[me]?.contacts ?? []).sorted()
    return .contacts(
      .init(
        contacts: ids.map { id in
          API.Contact(
            userId: id, mutual: world.people[id]?.contacts.contains(me) ?? false)
        }, savedCount: ids.count.clamped, users: ids.map(presenter.user)))
  }

  func resolve(
    username: String, for me: Int64
  ) throws(Refusal) -> API.Contacts.ResolvedPeer {
    guard (1...32).contains(username.utf8.count) else { throw .usernameInvalid }
    if let person = world.person(named: username) { return resolved(.user(person.id), for: me) }
    if let channel = world.channel(named: username) {
      return resolved(.channel(channel.id), for: me)
    }
    throw .usernameFree
  }

  func resolve(phone: String, for me: Int64) throws(Refusal) -> API.Contacts.ResolvedPeer {
    guard let person = world.person(phone: phone) else { throw .phoneFree }
    return resolved(.user(person.id), for: me)
  }

  private func resolved(_ peer: PeerID, for me: Int64) -> API.Contacts.ResolvedPeer {
    let presenter = Presenter(world: world, viewer: me)
    var company = Company()
    company.add(peer)
    return API.Contacts.ResolvedPeer(
      peer: peer.wire, chats: presenter.chats(company), users: presenter.users(company))
  }

  mutating func updateStatus(_ call: Methods.Account.UpdateStatus, of me: Int64) -> Bool {
    let now = world.now
    world.setPresence(call.offline ? .offline(since: now) : .online(until: now &+ 300), of: me)
    return true
  }
}
