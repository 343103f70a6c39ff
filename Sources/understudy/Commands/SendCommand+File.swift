import ArgumentParser
import Foundation
import Model
import Telegram

/// What `send` sends beside, or in place of, a text.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file to send; TEXT is its caption. JPEG and PNG go as photos, all else as documents.",
      valueName: "path"), completion: .file())
  var file: String?

  @Flag(help: "Send the file as a voice note; it must be Ogg with Opus.")
  var voice = false

  @Flag(help: "Send the file as a document, unchanged, whatever it is.")
  var document = false

  @Flag(help: "Send the file as a photo; it must be JPEG or PNG.")
  var photo = false

  func validate() throws {
    let wishes = [voice, document, photo].count { $0 }
    guard wishes < 2 else { throw ValidationError("One of --voice, --document and --photo.") }
    guard wishes == 0 || file != nil else {
      throw ValidationError("--voice, --document and --photo say how a --file is sent.")
    }
  }

  /// The file, looked at; nil if none is to be sent.
  func look() throws -> OutgoingFile? {
    let wish: OutgoingFile.Wish =
      voice ? .voice : document ? .document : photo ? .photo : .automatic
    return try file.map { try OutgoingFile($0, as: wish) }
  }
}

extension SendCommand {
  static func send(
    _ message: OutgoingMessage, _ file: OutgoingFile, through messenger: TelegramMessenger
  ) async throws -> SentMessage {
    let meter = TransferMeter("sent")
    defer { meter.end() }
    return try await messenger.send(message, file: file, progress: meter.progress)
  }
}
