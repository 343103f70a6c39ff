import Foundation
import Model
import Store

extension Performer {
  /// Has an item's text spoken, and keeps the sound until it has left. Nobody hears anything before, so it
  /// needs no permit.
  func speak(_ item: OutboxItem) async throws {
    guard let voice = item.voice, let text = item.text else { return }
    if try await dropIfLate(item) { return }
    guard let means = parts.voice else {
      return try await write(item, because: NoSpeech().obstacle(to: voice) ?? "")
    }
    if let obstacle = means.synthesizer.obstacle(to: voice) {
      return try await write(item, because: obstacle)
    }
    let file = means.folder.outgoing(item.id, of: item.account)
    var trace = VoiceTrace(
      message: item.subject, kind: .spoken, rule: item.rule, at: parts.clock.now,
      model: "\(means.synthesizer.name(for: voice)) as \(voice.id)", text: text)
    if let kept = means.folder.read(file, largest: Self.largestVoice) {
      // It was spoken before the process ended, and that was not noted.
      trace.size = kept.count
      return try await note(item, file, trace)
    }
    let request = SpeechRequest(
      text: text, voice: voice, language: item.language,
      seed: UInt32(truncatingIfNeeded: item.randomID))
    let spoken = try await typing(item) { () async throws -> Result<[UInt8], TextModelError> in
      do {
        return .success(try await means.synthesizer.speak(request))
      } catch let error as TextModelError {
        return .failure(error)
      }
    }
    try Task.checkCancellation()
    switch spoken {
    case .success(let bytes):
      do {
        try means.folder.write(bytes, to: file)
      } catch {
        // Spoken again and again it would cost, and the disk would be as full.
        let why = error.localizedDescription
        return try await write(item, because: "what was spoken could not be kept: \(why)")
      }
      trace.size = bytes.count
      try await note(item, file, trace)
      // Of what was cancelled meanwhile.
      means.folder.sweep(
        of: item.account, keeping: try await parts.store.openItems(of: item.account),
        isStart: false)
    case .failure(let error):
      trace.error = error.message
      try await parts.store.keep(trace)
      guard error.isPassing, let wait = Backoff.speaking(refusals: item.refusals) else {
        return try await write(item, because: error.message)
      }
      try await postpone(
        item, until: parts.clock.now.advanced(by: wait), reason: error.message,
        refusals: item.refusals + 1)
    }
  }

  private static let largestVoice = 32 << 20

  private func note(_ item: OutboxItem, _ file: String, _ trace: VoiceTrace) async throws {
    try await parts.onStep(.beforeSpokenStored, item.message)
    let attachment = Attachment(path: file, kind: .voice, name: "voice.ogg")
    let noted = try await parts.store.noteSpoken(item.id, attachment, trace: trace)
    try await parts.onStep(.afterSpokenStored, item.message)
    guard let noted else { return }
    parts.emit(
      .spoken(
        EngineEvent.Spoken(
          chat: noted.target, answers: noted.message?.id, model: trace.model ?? "",
          bytes: trace.size ?? 0, text: noted.text ?? "")))
  }

  /// What was to be spoken leaves in writing: an answer that can be read is better than none.
  func write(_ item: OutboxItem, because reason: String) async throws {
    guard case .voiceReply(var reply) = item.action else { return }
    reply.written = reason
    let trace = VoiceTrace(
      message: item.subject, kind: .spoken, rule: item.rule, at: parts.clock.now,
      error: "sent in writing: \(reason)")
    guard let changed = try await parts.store.sayInWriting(item.id, reply, trace: trace) else {
      return
    }
    if let file = item.attachment?.path { parts.voice?.folder.remove(file) }
    parts.emit(.acted(EngineEvent.Act(changed, action: "written", text: reason)))
  }

  /// The sound of an item that has left.
  func forgetVoice(of item: OutboxItem) {
    guard item.spoken != nil, let file = item.attachment?.path else { return }
    parts.voice?.folder.remove(file)
  }
}

extension OutboxItem {
  /// What traces of it are filed under.
  fileprivate var subject: MessageReference {
    message ?? MessageReference(account: account, chat: target, id: 0)
  }

  fileprivate var language: String? {
    if case .voiceReply(let reply) = action { reply.composition.persona.language } else { nil }
  }

  /// What is shown in the chat while it is made.
  var activity: Activity { voice == nil ? .typing : .voice }
}

extension TextModelError {
  /// It may work later.
  fileprivate var isPassing: Bool { code == .unreachable || code == .rateLimited }
}
