import ArgumentParser
import Model
import Store
import Telegram

struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show the messages of a chat, oldest first.",
    discussion: """
      A chat is named by its reference (see understudy dialogs), @username, +phone, id, or me for \
      Saved Messages.

      Examples:
        understudy history @ada --limit 50
        understudy history u:20001:77 --json
        understudy history @ada --limit 5000 --keep

      With --keep the messages go into the home's database instead of onto the screen, where the \
      offline replier learns from the owner's own words at the next start of the twin. Those that are \
      there already stay as they are.
      """)

  @Argument(help: "The chat.")
  var chat: String

  @OptionGroup var options: TelegramOptions

  @Option(help: "At most so many, the newest.")
  var limit = 20

  @Option(help: "Only messages older than this message id.")
  var before: Int32?

  @Flag(help: "One JSON object a line.")
  var json = false

  @Flag(help: "Keep them in the database instead of showing them.")
  var keep = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be a positive number.") }
  }

  func run() async throws {
    let store = try options.openStore()
    let (session, configuration) = try await options.session(in: store)
    let (chat, limit, before, json) = (chat, limit, before, json)
    if keep {
      let kept = try await Connected.run(
        as: session, of: options.homeOptions.resolveHome(), store: store,
        configuration: configuration
      ) { api in
        let progress = Progress("messages")
        defer { progress.end() }
        let peer = try await api.resolve(chat).peer
        return try await store.keepHistory(of: api.account, progress: progress.show) { take in
          try await api.historyPages(of: peer, before: before, limit: limit, take)
        }
      }
      return try show(kept)
    }
    let (messages, names, marks) = try await Connected.run(
      as: session, of: options.homeOptions.resolveHome(), store: store, configuration: configuration
    ) { api in
      let peer = try await api.resolve(chat)
      let progress = Progress("messages")
      defer { progress.end() }
      let messages = try await api.history(of: peer.peer, limit: limit, before: before) {
        progress.show($0)
      }
      // What people read has no place for marks.
      let marks = json ? try await api.readMarks(of: peer.peer) : nil
      return (messages, await Self.names(of: messages, api: api), marks)
    }
    for message in messages.reversed() {
      if json {
        let mark = message.isOutgoing ? marks?.byOther : marks?.byOwner
        try JSONLines.write(
          HistoryRow(message: message, read: mark.map { message.id <= $0 }))
      } else {
        Terminal.say(line(message, names: names))
      }
    }
  }

  private func show(_ kept: HistoryOutcome) throws {
    guard !json else { return try JSONLines.write(kept) }
    Terminal.say("\(kept.fetched) messages fetched, \(kept.new) of them new, and kept.")
  }

  private static func names(of messages: [Message], api: AccountAPI) async -> [PeerID: String] {
    var names: [PeerID: String] = [:]
    for sender in Set(messages.map { $0.sender ?? $0.chat }) {
      names[sender] = await api.book.chat(sender)?.title
    }
    return names
  }

  /// What one has to know before one downloads it: kind, name and size.
  private static func label(_ media: Media) -> String {
    var parts = [media.kind.rawValue]
    if let name = media.name { parts.append(Printable.line(String(name.prefix(60)))) }
    if let size = media.size { parts.append("\(ByteCount(size))") }
    return parts.joined(separator: ", ")
  }

  private func line(_ message: Message, names: [PeerID: String]) -> String {
    let sender = message.sender ?? message.chat
    let name = message.isOutgoing ? "you" : names[sender] ?? sender.description
    let media = message.media.map { "[\(Self.label($0))] " } ?? ""
    let text = message.isService ? "(service message)" : media + message.text
    return Printable.text("\(message.date.localMinutes)  \(message.id)  \(name): \(text)")
  }
}

/// One message of `history --json`.
private struct HistoryRow: Encodable {
  let message: Message
  /// By the other side, if it is the account's own, and by the owner otherwise; nil: not told.
  let read: Bool?

  private enum CodingKeys: CodingKey { case read }

  func encode(to encoder: any Encoder) throws {
    try message.encode(to: encoder)
    var row = encoder.container(keyedBy: CodingKeys.self)
    try row.encodeIfPresent(read, forKey: .read)
  }
}
