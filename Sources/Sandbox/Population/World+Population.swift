package import Model

extension World {
  /// A world with the ``Cast`` and a history that ends shortly before now.
  ///
  /// - Parameters:
  ///   - history: messages per chat.
  package static func populated(seed: UInt64, clock: WallClock, history: Int = 40) -> World {
    var world = World(seed: seed, clock: clock)
    for person in Cast.people { world.add(person) }
    world.owner = Cast.owner
    world.makeAcquaintances()
    world.makeBot()
    let start = world.now &- 400 * 86_400
    world.makeGroup(Cast.football, "Sunday football", members: Cast.footballers, date: start)
    world.makeChannel(
      Cast.neighbours, "Elm Street neighbours", username: nil, isMegagroup: true,
      members: Cast.residents, date: start)
    world.makeChannel(
      Cast.news, "Harbour City News", username: "harbourcitynews", isMegagroup: false,
      members: Cast.subscribers, date: start)
    world.writeHistory(messagesPerChat: history)
    world.pin(.user(Cast.alice), of: Cast.owner, rank: 0)
    world.archive(.user(Cast.felix), of: Cast.owner)
    world.mute(.user(Cast.felix), of: Cast.owner)
    return world
  }

  private mutating func makeAcquaintances() {
    people[Cast.owner]?.contacts = Set(Cast.contacts)
    for contact in Cast.contacts where contact != Cast.felix {
      people[contact]?.contacts = [Cast.owner]
    }
    for person in Cast.people { people[person.id]?.presence = .recently }
    people[Cast.dmitri]?.language = "ru"
    people[Cast.emma]?.isPremium = true
  }

  private mutating func makeBot() {
    let secret = String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    let token = "\(Cast.weatherBot):\(secret)"
    add(
      Person(
        id: Cast.weatherBot, firstName: "Harbour Weather", username: "harbourweatherbot",
        botToken: token))
  }

  package mutating func makeGroup(
    _ chat: PeerID, _ title: String, members: [Int64], date: Int32
  ) {
    guard case .group(let id) = chat, let creator = members.first else { return }
    groups[id] = Group(id: id, title: title, creator: creator, date: date, members: members)
    var piece = Piece(author: creator, chat: chat, date: date)
    piece.service = .groupCreated(title: title, members: members)
    piece.isHistory = true
    _ = post(piece, to: members, origin: nil)
  }

  package mutating func makeChannel(
    _ chat: PeerID, _ title: String, username: String?, isMegagroup: Bool, members: [Int64],
    date: Int32
  ) {
    guard case .channel(let id) = chat, let creator = members.first else { return }
    channels[id] = Channel(
      id: id, title: title, username: username, isMegagroup: isMegagroup, creator: creator,
      date: date, members: members)
    for member in members { mailboxes[member]?.chats[chat] = ChatState() }
    var piece = Piece(author: creator, chat: chat, date: date)
    piece.service = .channelCreated(title: title)
    piece.isHistory = true
    _ = post(piece, to: members, origin: nil)
  }
}
