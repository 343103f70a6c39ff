import Model
import Rules

/// `say "text" from alice in group "Book club" with voice "what is heard"`, read.
struct ConsolePhrase {
  private(set) var text = ""
  private(set) var name: String?
  private(set) var kindOfSender = Sender.contact
  private(set) var chat = Chat.Kind.private
  private(set) var title: String?
  private(set) var mentions = false
  private(set) var replies = false
  private(set) var isForwarded = false
  private(set) var media: Media.Kind?
  /// What is heard in it.
  private(set) var transcript: String?

  enum Sender: String { case contact, stranger, bot }

  /// What may follow the text.
  static let words =
    [
      "from", "in", "with", "mentioning", "replying", "forwarded", "stranger", "bot", "private",
      "group", "channel",
    ] + Media.Kind.allCases.map(\.rawValue)

  private static let chats: [String: Chat.Kind] = [
    "private": .private, "group": .group, "channel": .channel,
  ]

  init(_ line: String) throws {
    var tokens = try ConsoleTokens(line)
    guard let first = tokens.next() else {
      throw ConsoleError("Say what? say \"is it true?\" from alice")
    }
    guard first.isQuoted else {
      throw ConsoleError("The text stands in quotes: say \"\(line.prefix(40))\"")
    }
    text = first.text
    while let token = tokens.next() {
      switch token.text {
      case "from": try takeSender(&tokens)
      case "in": try takeChat(&tokens)
      case "with":
        let word = tokens.next()?.text ?? ""
        guard let kind = Media.Kind(rawValue: word) else {
          throw ConsoleError(
            "with what? One of \(Media.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        media = kind
        if Listening.isSound(kind), let next = tokens.peek, next.isQuoted {
          transcript = tokens.next()?.text
        }
      case "mentioning": mentions = true
      case "replying": replies = true
      case "forwarded": isForwarded = true
      default:
        throw ConsoleError(
          "\"\(token.text)\" cannot follow the text; from, in, with, mentioning, replying and "
            + "forwarded can.")
      }
    }
  }

  private mutating func takeSender(_ tokens: inout ConsoleTokens) throws {
    if let next = tokens.peek, !next.isQuoted, let kind = Sender(rawValue: next.text) {
      kindOfSender = kind
      _ = tokens.next()
    }
    // "from stranger" alone is somebody without a name of their own.
    if let next = tokens.peek, next.isQuoted || !["in", "with"].contains(next.text) {
      name = tokens.next()?.text
    } else if kindOfSender == .contact {
      throw ConsoleError("from whom? from alice, from \"Ada Lovelace\", from @ada, from u:5001")
    }
  }

  private mutating func takeChat(_ tokens: inout ConsoleTokens) throws {
    let word = tokens.next()?.text ?? ""
    guard let kind = Self.chats[word] else {
      throw ConsoleError("in what? in private, in group \"Book club\", in channel")
    }
    chat = kind
    if let next = tokens.peek, next.isQuoted { title = tokens.next()?.text }
  }
}

/// Words and quoted texts of a line.
struct ConsoleTokens {
  struct Token: Equatable {
    var text: String
    var isQuoted: Bool
  }

  private var tokens: ArraySlice<Token>

  /// Within quotes `\"` is a quote, `\n` a line break, `\\` a backslash.
  init(_ line: String) throws {
    var found: [Token] = []
    var rest = Substring(line)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "\"" || first == "“" || first == "'" {
        found.append(
          Token(text: try Self.quoted(&rest, closing: first == "“" ? "”" : first), isQuoted: true))
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        found.append(Token(text: String(word), isQuoted: false))
        rest = rest.dropFirst(word.count)
      }
    }
    tokens = found[...]
  }

  var peek: Token? { tokens.first }

  mutating func next() -> Token? { tokens.popFirst() }

  private static func quoted(_ rest: inout Substring, closing: Character) throws -> String {
    var text = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if character == closing { return text }
      guard character == "\\" else {
        text.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": text.append("\n")
      case let other?: text.append(other)
      case nil: break
      }
    }
    throw ConsoleError("A quote is opened and not closed.")
  }
}
