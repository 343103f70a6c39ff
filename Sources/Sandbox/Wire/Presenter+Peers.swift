import Model
import TelegramSchema

extension Presenter {
  func users(_ company: Company) -> [API.User] { company.people.sorted().map(user) }

  /// The same, with little of those who are no contacts; their hashes serve nobody.
  func briefUsers(_ company: Company) -> [API.User] {
    users(company).map { user in
      guard case .user(let full) = user, !full.contact, !full.isSelf else { return user }
      return .user(
        .init(
          min: true, id: full.id, accessHash: full.accessHash.map { ~$0 },
          firstName: full.firstName))
    }
  }

  func chats(_ company: Company) -> [API.Chat] {
    company.groups.sorted().map { chat(.group($0)) }
      + company.channels.sorted().map { chat(.channel($0)) }
  }

  func user(_ id: Int64) -> API.User {
    guard let person = world.people[id] else { return .userEmpty(.init(id: id)) }
    let isContact = world.people[viewer]?.contacts.contains(id) ?? false
    let isKnownBack = person.contacts.contains(viewer)
    let isSelf = id == viewer
    let user = API.User.User(
      isSelf: isSelf, contact: isContact, mutualContact: isContact && isKnownBack,
      verified: person.isVerified, premium: person.isPremium, id: id,
      accessHash: world.accessHash(of: .user(id), for: viewer), firstName: person.firstName,
      lastName: person.lastName.isEmpty ? nil : person.lastName, username: person.username,
      // Numbers are shown to those who have them.
      phone: isSelf || isContact || person.isService ? person.phone : nil,
      status: person.isBot ? nil : status(person.presence),
      // A bot is told by the presence of this version.
      botInfoVersion: person.isBot ? 1 : nil,
      langCode: isSelf ? person.language : nil)
    return .user(user)
  }

  func status(_ presence: Person.Presence) -> API.UserStatus {
    switch presence {
    case .unknown: .userStatusEmpty
    case .recently: .userStatusRecently(.init())
    case .online(let until): .userStatusOnline(.init(expires: until))
    case .offline(let since): .userStatusOffline(.init(wasOnline: since))
    }
  }

  func chat(_ peer: PeerID) -> API.Chat {
    switch peer {
    case .user(let id): .chatEmpty(.init(id: id))
    case .group(let id): group(id)
    case .channel(let id): channel(id)
    }
  }

  private func group(_ id: Int64) -> API.Chat {
    guard let group = world.groups[id] else { return .chatEmpty(.init(id: id)) }
    guard group.members.contains(viewer) else {
      return .chatForbidden(.init(id: id, title: group.title))
    }
    return .chat(
      .init(
        creator: group.creator == viewer, id: id, title: group.title, photo: .chatPhotoEmpty,
        participantsCount: group.members.count.clamped, date: group.date, version: 1,
        defaultBannedRights: .init(untilDate: Int32.max)))
  }

  private func channel(_ id: Int64) -> API.Chat {
    guard let channel = world.channels[id] else { return .chatEmpty(.init(id: id)) }
    let isMember = channel.members.contains(viewer)
    let hash = world.accessHash(of: .channel(id), for: viewer)
    guard isMember || channel.username != nil else {
      return .channelForbidden(
        .init(
          broadcast: !channel.isMegagroup, megagroup: channel.isMegagroup, id: id,
          accessHash: hash, title: channel.title))
    }
    let isCreator = channel.creator == viewer
    return .channel(
      .init(
        creator: isCreator, left: !isMember, broadcast: !channel.isMegagroup,
        megagroup: channel.isMegagroup, id: id, accessHash: hash, title: channel.title,
        username: channel.username, photo: .chatPhotoEmpty, date: channel.date,
        adminRights: isCreator ? Self.allRights : nil,
        defaultBannedRights: channel.isMegagroup ? .init(untilDate: Int32.max) : nil,
        participantsCount: channel.members.count.clamped))
  }

  static let allRights = API.ChatAdminRights(
    changeInfo: true, postMessages: true, editMessages: true, deleteMessages: true,
    banUsers: true, inviteUsers: true, pinMessages: true, addAdmins: true, other: true)
}
