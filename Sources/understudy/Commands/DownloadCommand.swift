import ArgumentParser
import Foundation
import Model
import Store
import Telegram

struct DownloadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "download",
    abstract: "Fetch the file that a message carries.",
    discussion: """
      A message is named by its chat and its id, as 'history' lists them. While the file comes it is \
      called NAME.part; a download that was cut short goes on from there when it is repeated.

      Examples:
        understudy download @ada/1204
        understudy download u:20001:77/1204 --to ~/Downloads
        understudy download me/88 --to notes.pdf --force
      """)

  @Argument(help: "The message: CHAT/ID.")
  var message: String

  @OptionGroup var options: TelegramOptions

  @Option(
    help: ArgumentHelp(
      "A folder, or the file to write (default: the working directory, under the file's own name).",
      valueName: "place"), completion: .file())
  var to: String?

  @Flag(help: "Replace a file that is there already.")
  var force = false

  @Flag(help: "Print the result as a JSON object.")
  var json = false

  func validate() throws { _ = try reference() }

  func run() async throws {
    let (chat, id) = try reference()
    let store = try options.openStore()
    let (session, configuration) = try await options.session(in: store)
    let (to, force) = (to, force)
    let (message, file) = try await Connected.run(
      as: session, of: options.homeOptions.resolveHome(), store: store, configuration: configuration
    ) { api in
      let peer = try await api.resolve(chat)
      let message = try await api.message(id, in: peer.peer)
      let target = try DownloadTarget.path(for: message, to: to)
      let meter = TransferMeter("downloaded")
      defer { meter.end() }
      return (
        message,
        try await api.download(message, to: target, replaces: force, progress: meter.progress)
      )
    }
    for remark in file.remarks { Terminal.note(Printable.line(remark)) }
    if json {
      try JSONLines.write(
        Row(
          chat: message.chat, message: message.id, path: file.path, size: file.size,
          resumed: file.resumed, kind: message.media?.kind, name: message.media?.name,
          mimeType: message.media?.mimeType))
    } else {
      let resumed =
        file.resumed > 0 ? ", of which \(ByteCount(file.resumed)) had been there" : ""
      Terminal.say(Printable.line("Downloaded \(ByteCount(file.size)) to \(file.path)\(resumed)."))
    }
  }

  /// The id stands behind the last slash; there may be others in front of it, in a link.
  private func reference() throws -> (chat: String, id: Int32) {
    guard let slash = message.lastIndex(of: "/"), slash > message.startIndex,
      let id = Int32(message[message.index(after: slash)...]), id > 0
    else {
      throw ValidationError(
        "\"\(message)\" names no message. Write CHAT/ID, for instance @ada/1204.")
    }
    return (String(message[..<slash]), id)
  }

  private struct Row: Encodable {
    let chat: PeerID
    let message: Int32
    let path: String
    let size: Int64
    /// Bytes that an earlier download had left.
    let resumed: Int64
    let kind: Media.Kind?
    let name: String?
    let mimeType: String?
  }
}

/// Where a download goes.
enum DownloadTarget {
  /// A name that a message gives never leads out of the folder, whatever it says.
  static func path(for message: Message, to place: String?) throws -> String {
    guard let media = message.media, media.file != nil else {
      throw CommandError(
        .problems, "Message \(message.id) carries no file.",
        remedy: "'understudy history' shows which do.")
    }
    let ending = FileKind.ending(for: media.mimeType ?? "")
    let name = SafeFileName.make(
      of: media.name, or: "\(media.kind.rawValue)-\(message.id)\(ending)")
    let place = place ?? "."
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
    if exists, isFolder.boolValue {
      return URL(fileURLWithPath: place).appending(component: name).path
    }
    guard !place.hasSuffix("/") else {
      throw CommandError(.usage, "There is no folder \(place).")
    }
    return URL(fileURLWithPath: place).path
  }
}
