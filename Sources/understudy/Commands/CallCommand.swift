import ArgumentParser
import Foundation
import Model
import RawAPI
import Store
import Telegram

struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call any method of Telegram's API as the account.",
    discussion: """
      This acts on the real account, at once, and asks nothing: a method that deletes deletes. Look it \
      up with --describe first; core.telegram.org/methods says what each does.

      ARGUMENTS is a JSON object, @FILE with one in it, or - for standard input. A value is an object \
      whose "_" names its constructor; optional fields are left out; bytes are base64, int128 and \
      int256 hexadecimal; a long may be a string. An InputPeer, InputUser or InputChannel may also be \
      "@name", "me", "+phone" or an id from 'dialogs'. random_id is drawn if left out. The answer is \
      JSON of the same form; longs beyond 2^53 are strings.

      Examples:
        understudy call help.getConfig
        understudy call users.getFullUser '{"id": "@ada"}'
        understudy call messages.sendMessage '{"peer": "me", "message": "noted"}'
        understudy call messages.search @search.json --compact | jq .messages
        understudy call --list stories
        understudy call messages.search --describe
        understudy call MessagesFilter --describe
      """)

  @Argument(help: "The method; with --list a pattern; with --describe also a type or constructor.")
  var method: String?

  @Argument(help: "The method's arguments (default: none).")
  var arguments: String?

  @Flag(help: "List the layer's methods, or those whose name holds METHOD (* for anything).")
  var list = false

  @Flag(help: "Show the fields of a method, type or constructor.")
  var describe = false

  @Flag(help: "Print the answer on one line.")
  var compact = false

  @OptionGroup var options: TelegramOptions

  func validate() throws {
    guard !list || !describe else { throw ValidationError("Either --list or --describe.") }
    guard list || method != nil else {
      throw ValidationError("Which METHOD? 'understudy call --list' shows them all.")
    }
    guard !(list || describe) || arguments == nil else {
      throw ValidationError("--list and --describe take no ARGUMENTS.")
    }
  }

  func run() async throws {
    if list { return try showList() }
    let name = method ?? ""
    if describe { return Terminal.say(try SchemaDescription.describe(name)) }
    let call = try RawCall(method: name, arguments: try arguments.map(Self.text))
    let answer = try await perform(call)
    Terminal.say(answer.text(isIndented: !compact))
  }

  private func showList() throws {
    let lines = SchemaDescription.methods(matching: method)
    guard !lines.isEmpty else {
      throw CommandError(.problems, "No method's name holds \"\(method ?? "")\".")
    }
    Terminal.say(lines.joined(separator: "\n"))
  }

  private func perform(_ call: RawCall) async throws -> JSONValue {
    let store = try options.openStore()
    let (session, configuration) = try await options.session(in: store)
    if Terminal.isWatched {
      let name = session.username.map { "@\($0)" } ?? session.account.description
      Terminal.note("\(call.method) as \(name), on the real account")
    }
    return try await Connected.run(
      as: session, of: options.homeOptions.resolveHome(), store: store, configuration: configuration
    ) { api in
      try await api.perform(call)
    }
  }

  /// The JSON text that an argument gives or names.
  private static func text(_ argument: String) throws -> String {
    guard argument == "-" || argument.hasPrefix("@") else { return argument }
    let place = argument == "-" ? "Standard input" : "The file \(argument.dropFirst())"
    let handle: FileHandle
    if argument == "-" {
      handle = .standardInput
    } else {
      guard let file = FileHandle(forReadingAtPath: String(argument.dropFirst())) else {
        throw CommandError(.usage, "\(place) cannot be read.")
      }
      handle = file
    }
    // A byte more than is taken, so that what is too long is refused rather than cut.
    let data = try handle.read(upToCount: RawCall.maximumArgumentsSize + 1) ?? Data()
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw CommandError(.usage, "\(place) is not UTF-8 text.")
    }
    return text
  }
}
