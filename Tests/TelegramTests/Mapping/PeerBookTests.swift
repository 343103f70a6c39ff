import Model
import TelegramSchema
import Testing

@testable import Telegram

@Suite("Peer book", .timeLimit(.minutes(5)))
struct PeerBookTests {
  @Test("A min user never overwrites a full one, and gives no access hash [mtproto 40]")
  func minUsers() async {
    let book = PeerBook()
    book.learn(users: [Samples.user(5, "Anna", hash: 55)], chats: [])
    book.learn(users: [Samples.user(5, "An…", hash: 99, min: true)], chats: [])
    #expect(await book.reference(to: .user(5)) == PeerReference(peer: .user(5), accessHash: 55))
    #expect(book.contact(5)?.firstName == "Anna")
    book.learn(users: [Samples.user(6, "Boris", min: true)], chats: [])
    #expect(await book.reference(to: .user(6)) == nil)
    #expect(book.contact(6)?.firstName == "Boris", "a name is better than none")
    book.learn(users: [Samples.user(6, "Boris B", hash: 66)], chats: [])
    #expect(await book.reference(to: .user(6))?.accessHash == 66)
    #expect(book.contact(6)?.firstName == "Boris B")
  }

  @Test("A min channel never overwrites a full one [mtproto 40]")
  func minChannels() async {
    let book = PeerBook()
    book.learn(users: [], chats: [Samples.channel(9, "Full")])
    book.learn(users: [], chats: [Samples.channel(9, "Cut", min: true)])
    #expect(await book.chat(.channel(9))?.title == "Full")
  }

  @Test("What was remembered from former runs is asked once, and news are newer [B6, B19]")
  func directory() async {
    let book = PeerBook(
      directory: PeerDirectory(
        reference: { $0 == .user(5) ? PeerReference(peer: $0, accessHash: 1) : nil },
        chat: { Chat(id: $0, kind: .private, title: "Stored", isMuted: true) }))
    #expect(await book.reference(to: .user(5))?.accessHash == 1)
    #expect(await book.reference(to: .user(6)) == nil)
    #expect(await book.reference(to: .group(3)) == PeerReference(peer: .group(3), accessHash: 0))
    #expect(await book.chat(.user(5))?.isMuted == true)
    book.learn(users: [Samples.user(5, "Anna", hash: 2)], chats: [])
    #expect(await book.reference(to: .user(5))?.accessHash == 2)
    let chat = await book.chat(.user(5))
    #expect(chat?.title == "Anna" && chat?.isMuted == true, "a name says nothing of muting")
  }

  @Test("What a former run knew of a chat's settings survives a cold start [mtproto 40]")
  func coldStart() async {
    let book = PeerBook(
      directory: PeerDirectory(
        reference: { $0 == .user(6) ? PeerReference(peer: $0, accessHash: 1) : nil },
        chat: { Chat(id: $0, kind: .private, title: "Old", isMuted: true, isArchived: true) }))
    book.learn(
      users: [Samples.user(5, "Anna"), Samples.user(6, "B…", min: true)],
      chats: [Samples.channel(9, "News")])
    let anna = await book.chat(.user(5))
    #expect(anna?.title == "Anna" && anna?.isMuted == true && anna?.isArchived == true)
    await book.update(.channel(9)) { $0.isMuted = false }
    let news = await book.chat(.channel(9))
    #expect(news?.title == "News" && news?.isMuted == false && news?.isArchived == true)
    #expect(await book.presentableContact(6) == nil, "the stored contact is fuller")
    #expect(await book.presentableContact(5)?.firstName == "Anna")
  }

  @Test("Chats by their kinds")
  func kinds() async {
    let book = PeerBook()
    book.learn(
      users: [
        Samples.user(1, "Me", isSelf: true), Samples.user(2, "Bot", isBot: true),
        Samples.user(777000, "Telegram"), Samples.user(3, "Anna"),
      ],
      chats: [
        Samples.group(4, "Family"), Samples.channel(5, "Super"),
        Samples.channel(6, "News", broadcast: true),
      ])
    let peers: [PeerID] = [
      .user(1), .user(2), .user(777000), .user(3), .group(4), .channel(5), .channel(6),
    ]
    var kinds: [Chat.Kind?] = []
    for peer in peers { kinds.append(await book.chat(peer)?.kind) }
    #expect(kinds == [.saved, .bot, .service, .private, .group, .group, .channel])
  }
}
