import ArgumentParser
import Foundation
import Markup
import Model
import Store
import Telegram

struct SendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send one message or file as the account, at once.",
    discussion: """
      Without TEXT it is read from standard input. The message is sent once, even if the connection \
      breaks in between.

      With --html: b i u s code pre a blockquote tg-spoiler tg-emoji, as Telegram's bots write it. With \
      --markdown: *bold* _italic_ __underline__ ~struck~ ||spoiler|| `code` [text](address) \
      [name](tg://user?id=…), > before quoted lines, a backslash before a character that is meant \
      itself.

      Examples:
        understudy send @ada "on my way"
        understudy send @ada --markdown '*on my way*, see [the map](https://example.org)'
        date | understudy send me
        understudy send @ada --file map.pdf "as promised"
        understudy send @ada --file hello.ogg --voice
      """)

  @Argument(help: "The chat: a reference, @username, +phone, id or me.")
  var chat: String

  @Argument(help: "The text (default: standard input).")
  var text: String?

  @OptionGroup var options: TelegramOptions

  @Option(help: "The id of the message that this one answers.")
  var replyTo: Int32?

  @Flag(help: "The text is HTML.")
  var html = false

  @Flag(help: "The text is Markdown.")
  var markdown = false

  @OptionGroup var fileOptions: FileOptions

  @Flag(help: "Print the result as a JSON object.")
  var json = false

  /// core.telegram.org/method/messages.sendMessage: MESSAGE_TOO_LONG above this many UTF-16 units.
  private static let longest = 4096

  func validate() throws {
    guard !html || !markdown else { throw ValidationError("Either --html or --markdown.") }
  }

  func run() async throws {
    let file = try fileOptions.look()
    let styled = try read(text ?? (file == nil ? readStandardInput() : ""))
    let body = styled.text
    guard file != nil || !body.allSatisfy(\.isWhitespace) else {
      throw CommandError(.usage, "There is no text to send.")
    }
    guard body.utf16.count <= Self.longest else {
      throw CommandError(
        .usage, "The text has \(body.utf16.count) characters; Telegram takes \(Self.longest).",
        remedy: "Shorten it or send it in parts.")
    }
    let store = try options.openStore()
    let (session, configuration) = try await options.session(in: store)
    let (chat, replyTo) = (chat, replyTo)
    let randomID = Int64.random(in: .min ... .max)
    let (peer, sent) = try await Connected.run(
      as: session, of: options.homeOptions.resolveHome(), store: store, configuration: configuration
    ) { api in
      let peer = try await api.resolve(chat)
      // A mention of somebody unknown would silently be plain text.
      for entity in styled.entities where entity.kind == .mentionName {
        guard let user = entity.argument.flatMap({ Int64($0) }) else { continue }
        _ = try await api.input(.user(user))
      }
      let message = OutgoingMessage(
        chat: peer.peer, text: body, entities: styled.entities, replyTo: replyTo,
        randomID: randomID)
      let messenger = TelegramMessenger(api: api)
      guard let file else { return (peer, try await Self.send(message, through: messenger)) }
      return (peer, try await Self.send(message, file, through: messenger))
    }
    if json {
      let row = Row(
        chat: peer.peer, messageID: sent.id, randomID: randomID, date: sent.date)
      try JSONLines.write(row)
    } else {
      Terminal.say("Sent\(sent.id.map { " as message \($0)" } ?? "") to \(peer.peer).")
    }
  }

  /// A broken connection is no reason to give up: the random id makes repetition harmless.
  private static func send(
    _ message: OutgoingMessage, through messenger: TelegramMessenger
  ) async throws -> SentMessage {
    let attempts = 3
    for _ in 1..<attempts {
      do throws(MessengerError) {
        return try await messenger.send(message)
      } catch {
        guard error.code == .unreachable else { throw error }
      }
    }
    return try await messenger.send(message)
  }

  private func read(_ text: String) throws -> StyledText {
    do throws(MarkupError) {
      if html { return try StyledText(html: text) }
      if markdown { return try StyledText(markdown: text) }
      return StyledText(text)
    } catch {
      throw CommandError(.usage, "The \(html ? "HTML" : "Markdown") is wrong at \(error).")
    }
  }

  private func readStandardInput() throws -> String {
    let data = try FileHandle.standardInput.read(upToCount: 64 * 1024) ?? Data()
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw CommandError(.usage, "Standard input is not UTF-8 text.")
    }
    return text.trimmingCharacters(in: .newlines)
  }

  private struct Row: Encodable {
    let chat: PeerID
    let messageID: Int32?
    /// As text: JSON readers lose the last digits of 64-bit numbers.
    let randomID: Int64
    let date: Timestamp

    enum CodingKeys: String, CodingKey {
      case chat, date
      case messageID = "message_id"
      case randomID = "random_id"
    }
  }
}
