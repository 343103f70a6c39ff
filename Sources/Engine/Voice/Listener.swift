import Foundation
import Model
import Rules
import Store

/// Has the sounds of incoming messages heard, where their monitor says so.
struct Listener: Sendable {
  let parts: EngineParts

  /// Fetching and hearing together may take so long; then the message is decided without.
  private static let patience = Duration.seconds(120)

  /// What is to be done about the sound of a message.
  enum Judgement: Sendable {
    /// There is none, or it was heard.
    case nothing
    case leave(why: String)
    case listen
  }

  static func judge(
    _ message: Message, rules: any Rulings, in chat: Chat, contact: Contact?, owner: Contact
  ) -> Judgement {
    guard let media = message.media, Listening.isSound(media.kind), message.transcript == nil else {
      return .nothing
    }
    guard let listening = rules.listening(to: message, in: chat, contact: contact, owner: owner)
    else { return .leave(why: "no media = { transcribe = ... } stands in its monitor") }
    if let objection = listening.objection(to: media) { return .leave(why: objection) }
    return .listen
  }

  /// Fetches and hears, and keeps what was heard beside the message.
  ///
  /// - Parameter learns: what is heard can be searched.
  /// - Returns: why there is no transcript; nil: there is.
  func hear(_ message: Message, learns: Bool) async throws -> String? {
    var trace = VoiceTrace(
      message: message.reference, kind: .heard, rule: Notices.host, at: parts.clock.now)
    let obstacle = parts.voice.map(\.recognizer.obstacle) ?? NoSpeech().obstacle
    guard let voice = parts.voice, obstacle == nil else {
      trace.error = obstacle
      try await parts.store.keep(trace)
      return obstacle
    }
    let begun = trace
    let result = try await withPatience { try await fetchAndHear(message, voice, begun) }
    trace = result?.trace ?? trace
    if result == nil { trace.error = "it was not heard within \(Wording.span(Self.patience))" }
    guard let transcript = result?.transcript else {
      try await parts.store.keep(trace)
      return trace.error ?? "nothing was heard"
    }
    try await parts.store.noteHeard(transcript, trace: trace, learns: learns)
    parts.emit(
      .heard(
        EngineEvent.Heard(
          chat: message.chat, message: message.id, model: transcript.model, text: transcript.text)))
    return nil
  }

  private struct Result: Sendable {
    var transcript: Transcript?
    var trace: VoiceTrace
  }

  private func fetchAndHear(
    _ message: Message, _ voice: VoiceParts, _ begun: VoiceTrace
  ) async throws -> Result {
    var trace = begun
    func without(_ why: String) -> Result {
      trace.error = why
      return Result(transcript: nil, trace: trace)
    }
    let file = voice.folder.incoming(message.reference)
    do {
      try voice.folder.make()
    } catch {
      return without("there is no place for it: \(error.localizedDescription)")
    }
    do throws(MessengerError) {
      try await parts.messenger.download(message, to: file, largest: Listening.largest)
    } catch {
      try Task.checkCancellation()
      return without("it could not be fetched: \(error)")
    }
    let bytes = voice.folder.read(file, largest: Int(Listening.largest))
    voice.folder.remove(file)
    guard let bytes, !bytes.isEmpty, let media = message.media else {
      return without("what was fetched cannot be read")
    }
    trace.model = voice.recognizer.name
    trace.size = bytes.count
    do {
      let heard = try await voice.recognizer.transcribe(Sound(bytes, of: media))
      let text = String(heard.text.prefix(Transcript.longest))
      guard !text.allSatisfy(\.isWhitespace) else { return without("nothing was heard in it") }
      trace.text = text
      return Result(
        transcript: Transcript(
          text: text, model: voice.recognizer.name, language: heard.language, at: parts.clock.now,
          file: media.file?.id),
        trace: trace)
    } catch let error as TextModelError {
      return without(error.message)
    }
  }

  /// - Returns: what `body` does; nil: it took too long.
  private func withPatience(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result? {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await parts.clock.sleep(
          until: parts.clock.now.advanced(by: Self.patience), tolerance: nil)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}

extension Sound {
  /// Named by what it is: providers go by the ending.
  init(_ bytes: [UInt8], of media: Media) {
    let (ending, type) =
      switch (media.kind, media.mimeType?.lowercased()) {
      case (.videoNote, _), (_, "video/mp4"): ("mp4", "video/mp4")
      case (_, "audio/mpeg"), (_, "audio/mp3"): ("mp3", "audio/mpeg")
      case (_, "audio/mp4"), (_, "audio/x-m4a"), (_, "audio/m4a"): ("m4a", "audio/mp4")
      case (_, "audio/wav"), (_, "audio/x-wav"): ("wav", "audio/wav")
      case (_, "audio/flac"), (_, "audio/x-flac"): ("flac", "audio/flac")
      default: ("ogg", "audio/ogg")
      }
    self.init(bytes: bytes, fileName: "audio.\(ending)", mimeType: type)
  }
}
