import ArgumentParser
import Model
import Store
import Telegram

struct DialogsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dialogs",
    abstract: "List the account's chats, archived ones too.",
    discussion: """
      The reference in the last column names a chat to every other command. Rules name it by its \
      @name, or by the reference up to the second colon: "u:5".

      Examples:
        understudy dialogs --limit 20
        understudy dialogs --json
      """)

  @OptionGroup var options: TelegramOptions

  @Option(help: "At most so many.")
  var limit: Int?

  @Flag(help: "One JSON object a line.")
  var json = false

  func validate() throws {
    guard limit.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--limit must be a positive number.")
    }
  }

  func run() async throws {
    let store = try options.openStore()
    let (session, configuration) = try await options.session(in: store)
    let limit = limit
    let dialogs = try await Connected.run(
      as: session, of: options.homeOptions.resolveHome(), store: store, configuration: configuration
    ) { api in
      let progress = Progress("dialogs")
      defer { progress.end() }
      return try await ChatList.fetch(api, into: store, limit: limit) { progress.show($0) }
    }
    try show(dialogs)
  }

  private func show(_ dialogs: [DialogEntry]) throws {
    if json {
      for dialog in dialogs { try JSONLines.write(DialogRow(dialog)) }
      return
    }
    var table = Table("KIND", "TITLE", "NAME", "UNREAD", "NEWEST", "REFERENCE")
    for dialog in dialogs {
      let kind = dialog.chat.kind.rawValue + (dialog.chat.isArchived ? " (archived)" : "")
      table.add(
        kind, dialog.chat.title, dialog.chat.username.map { "@\($0)" } ?? "",
        String(dialog.chat.unreadCount), dialog.date?.localMinutes ?? "",
        dialog.reference?.description ?? "")
    }
    Terminal.say(table.render())
  }
}

/// One row of `dialogs --json` [B18].
struct DialogRow: Encodable {
  let id: Int64
  let name: String
  let title: String
  let kind: String
  let username: String?
  let unreadCount: Int32
  let isUser: Bool
  let isGroup: Bool
  let isChannel: Bool
  let isArchived: Bool
  let peerRef: String?

  enum CodingKeys: String, CodingKey {
    case id, name, title, kind, username
    case unreadCount = "unread_count"
    case isUser = "is_user"
    case isGroup = "is_group"
    case isChannel = "is_channel"
    case isArchived = "is_archived"
    case peerRef = "peer_ref"
  }

  init(_ dialog: DialogEntry) {
    let chat = dialog.chat
    id = chat.id.marked
    name = chat.title
    title = chat.title
    kind = chat.kind.rawValue
    username = chat.username
    unreadCount = chat.unreadCount
    if case .user = chat.id { isUser = true } else { isUser = false }
    isGroup = chat.kind == .group
    isChannel = chat.kind == .channel
    isArchived = chat.isArchived
    peerRef = dialog.reference?.description
  }
}
