import Foundation
import MTProto
import Markup
import Model
import OggSample
import Sandbox
import Telegram
import TelegramSchema
import Testing

/// All that our client and a foreign one can write to each other, each read by the other.
@Suite("Exchange with foreign clients", .timeLimit(.minutes(5)))
struct ForeignExchangeTests {
  typealias Row = ForeignAgent.Message

  /// Every style there is, and one person named: somebody whom the writer knows.
  static func everyStyle(naming person: Int64) throws -> StyledText {
    try StyledText(
      html: """
        <b>bold 👍🏽</b> <i>שלום</i> <u>under</u> <s>gone</s> <code>x &lt; 1</code> \
        <tg-spoiler>hid 𝄞 den</tg-spoiler> <a href="https://example.org/?a=1&amp;b=2">link</a> \
        <a href="tg://user?id=\(person)">you</a> <b>b<i>oth</i></b> \
        <tg-emoji emoji-id="5368324170671202286">👨‍👩‍👧</tg-emoji>
        <pre><code class="language-swift">let x = 1
        let y = 2</code></pre>
        <blockquote>quoted e\u{301}</blockquote>
        then
        <blockquote expandable>long</blockquote>
        end
        """)
  }

  private struct Stage: Sendable {
    let server: TelegramServer
    let account: TelegramAccount
    let agent: ForeignAgent
    let folder: URL
    let owner = PeerID.user(Cast.owner)
  }

  private static func run(
    _ library: ForeignAgent.Library, transport: String,
    _ body: @escaping @Sendable (Stage) async throws -> Void
  ) async throws {
    let folder = try TemporaryDirectory()
    defer { folder.remove() }
    let place = folder.url
    try await Fixtures.withServer(history: 5) { server in
      try await OurClient.asAlice(at: server) { account in
        try await ForeignAgent.with(server, library, transport: transport) { agent in
          try await library.logIn(agent, server)
          let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
          let _: Bool = try await agent.ask("listen")
          try await body(
            Stage(server: server, account: account, agent: agent, folder: place))
        }
      }
    }
  }

  @Test(
    "Texts with every style, replies, edits, forwards, reactions, marks and deletions, over a cut [A3, A4, B60, mtproto 20, 25]",
    arguments: [
      (ForeignAgent.Library.telethon, "abridged"), (.kurigram, "abridged"), (.kurigram, "padded"),
    ])
  func messages(_ library: ForeignAgent.Library, _ transport: String) async throws {
    try await Self.run(library, transport: transport) { stage in
      let ours = try await Self.ourText(stage)
      try await Self.theirText(stage, library, repliesTo: ours)
      await stage.server.cutConnections()
      try await Self.marks(stage, of: ours)
      try await Self.forwards(stage)
      try await Self.deletions(stage)
    }
  }

  /// We write, with every style, and edit; they see it.
  private static func ourText(_ stage: Stage) async throws -> (mine: Int32, theirs: Int32) {
    let (account, agent) = (stage.account, stage.agent)
    let styled = try everyStyle(naming: Cast.owner)
    var message = OutgoingMessage(chat: stage.owner, text: styled.text, randomID: 1)
    message.entities = styled.entities
    let mine = try #require(try await account.messenger.send(message).id)
    let seen = try await agent.next("message")
    let theirs = try #require(seen.id)
    #expect(seen.text == styled.text && seen.sender == Cast.alice)
    #expect(Set(seen.entities ?? []) == Set(styled.entities))

    let edited = try StyledText(markdown: "now *so* ~~and~~ `so` [there](https://example.org/)")
    let peer = try await account.api.input(stage.owner)
    _ = try await account.client.call(
      Methods.Messages.EditMessage(
        peer: peer.inputPeer, id: mine, message: edited.text,
        entities: edited.entities.map(Self.wire)))
    let change = try await agent.next("edited")
    #expect(change.id == theirs && change.text == edited.text)
    #expect(Set(change.entities ?? []) == Set(edited.entities))
    return (mine, theirs)
  }

  /// They answer with every style, and edit; we see it.
  private static func theirText(
    _ stage: Stage, _ library: ForeignAgent.Library, repliesTo ours: (mine: Int32, theirs: Int32)
  ) async throws {
    let (account, agent) = (stage.account, stage.agent)
    var styled = try everyStyle(naming: Cast.alice)
    // kurigram names people by an InputPeer where the schema has an InputUser.
    if library == .kurigram { styled.entities.removeAll { $0.kind == .mentionName } }
    let answer: Row = try await agent.ask(
      "send",
      [
        "chat": Cast.alice, "text": styled.text, "reply_to": ours.theirs,
        "entities": styled.entities.map(Self.row),
      ])
    #expect(answer.text == styled.text && answer.styled == Set(styled.entities))
    let message = try await account.nextMessage()
    #expect(message.text == styled.text && message.sender == stage.owner)
    #expect(Set(message.entities) == Set(styled.entities))
    #expect(message.replyTo == ours.mine)

    let html = "<b>bold</b> 👋🏽 <i>מה</i> <code>c</code> <a href=\"https://example.org/\">l</a>"
    let written: Row = try await agent.ask(
      "send", ["chat": Cast.alice, "text": html, "mode": "html"])
    let read = try await account.nextMessage()
    #expect(StyledText(read.text, read.entities) == (try StyledText(html: html)))
    #expect(Set(read.entities) == written.styled)

    let _: Row = try await agent.ask(
      "edit", ["chat": Cast.alice, "message": written.id, "text": "other **words**"])
    let change = try await account.next { event in
      if case .edited(let message) = event { message } else { nil }
    }
    #expect(change.id == read.id && change.text == "other words")
    #expect(change.entities == [TextEntity(kind: .bold, offset: 6, length: 5)])
  }

  /// Each reads and reacts to what the other wrote.
  private static func marks(_ stage: Stage, of ours: (mine: Int32, theirs: Int32)) async throws {
    let (account, agent) = (stage.account, stage.agent)
    let _: Bool = try await agent.ask("read", ["chat": Cast.alice])
    let mark = try await account.next { event in
      if case .readByOther(stage.owner, let mark, _) = event { mark } else { nil }
    }
    #expect(mark == ours.mine)
    let _: Bool = try await agent.ask(
      "react", ["chat": Cast.alice, "message": ours.theirs, "emoji": "🔥"])
    let given = try await account.next { event in
      if case .reacted(stage.owner, ours.mine, let reactions) = event { reactions } else { nil }
    }
    #expect(given.counts == [Reactions.Count("🔥", count: 1)])

    let newest = try await account.api.history(of: stage.owner, limit: 1)
    let theirs = try #require(newest.first)
    try await account.messenger.react(with: "👍", to: theirs.id, in: stage.owner)
    // Its new session has a new seq, so Telethon fetches a difference. Read marks, edits and deletions that
    // are told in one are lost to it: `apply_difference_type` in its messagebox.py moves the pts to the
    // difference's end first, and then drops what lies below. So it has to be at rest before there are any.
    let _: Bool = try await agent.ask("catch_up")
    try await account.messenger.markRead(stage.owner, upTo: theirs.id)
    let seen = try await agent.next("read")
    #expect(seen.outbox == true && seen.chat == Cast.alice)
    let row: Row = try await agent.ask(
      "message", ["chat": Cast.alice, "message": try #require(seen.upTo)])
    #expect(row.text == theirs.text && row.reactions == ["👍"])
  }

  private static func forwards(_ stage: Stage) async throws {
    let (account, agent) = (stage.account, stage.agent)
    try await stage.server.contact(Cast.ben).send("*psst*", to: .user(Cast.owner))
    let heard = try await agent.next("message")
    let _: Row = try await agent.ask(
      "forward",
      ["chat": Cast.alice, "message": try #require(heard.id), "source": Cast.ben])
    let message = try await account.nextMessage()
    #expect(message.text == "*psst*" && message.isForwarded && message.sender == stage.owner)

    let peer = try await account.api.input(stage.owner).inputPeer
    _ = try await account.client.call(
      Methods.Messages.ForwardMessages(
        fromPeer: peer, id: [message.id], randomId: [17], toPeer: peer))
    var back = try await agent.next("message")
    while back.out == true { back = try await agent.next("message") }
    #expect(back.text == "*psst*" && back.sender == Cast.alice)
    #expect(back.forwardedFrom == Cast.ben)
  }

  private static func deletions(_ stage: Stage) async throws {
    let (account, agent) = (stage.account, stage.agent)
    let sent: Row = try await agent.ask("send", ["chat": Cast.alice, "text": "oops"])
    let message = try await account.nextMessage()
    let removed: Int = try await agent.ask(
      "delete", ["chat": Cast.alice, "messages": [sent.id]])
    #expect(removed == 1)
    let ids = try await account.next { event in
      if case .deleted(_, let ids) = event { ids } else { nil }
    }
    #expect(ids == [message.id])

    let own = try await account.messenger.send(
      OutgoingMessage(chat: stage.owner, text: "oops, too", randomID: 2))
    var seen = try await agent.next("message")
    while seen.text != "oops, too" { seen = try await agent.next("message") }
    _ = try await account.client.call(
      Methods.Messages.DeleteMessages(revoke: true, id: [try #require(own.id)]))
    var gone = try await agent.next("deleted")
    // It may be told of what it has deleted itself.
    while gone.ids == [sent.id] { gone = try await agent.next("deleted") }
    #expect(gone.ids == [try #require(seen.id)])
  }

  private static func row(_ entity: TextEntity) -> [String: any Sendable] {
    var row: [String: any Sendable] = [
      "kind": entity.kind.rawValue, "offset": entity.offset, "length": entity.length,
    ]
    row["argument"] = entity.argument
    return row
  }

  /// The four kinds that the edit uses.
  private static func wire(_ entity: TextEntity) -> API.MessageEntity {
    let (offset, length) = (entity.offset, entity.length)
    return switch entity.kind {
    case .italic: .messageEntityItalic(.init(offset: offset, length: length))
    case .strikethrough: .messageEntityStrike(.init(offset: offset, length: length))
    case .code: .messageEntityCode(.init(offset: offset, length: length))
    case .textURL:
      .messageEntityTextUrl(.init(offset: offset, length: length, url: entity.argument ?? ""))
    default: .messageEntityBold(.init(offset: offset, length: length))
    }
  }
}
