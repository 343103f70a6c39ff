import Model
import Rules
import Store

/// One sound of one message: an edit may bring another.
struct SoundKey: Hashable {
  var message: Int32
  var file: Int64?
}

/// What a message carries to be heard, and nobody has heard.
struct UnheardSound {
  var message: Message
  /// Why it is left alone; nil: it is to be heard.
  var why: String?

  var key: SoundKey { SoundKey(message: message.id, file: message.media?.file?.id) }
}

extension Decider {
  func sounds(
    of messages: [Message], _ stored: Circumstances, _ situation: Situation, _ rules: any Rulings
  ) -> [UnheardSound] {
    messages.compactMap { message in
      switch Listener.judge(
        message, rules: rules, in: situation.chat, contact: stored.other, owner: parts.owner)
      {
      case .nothing: nil
      case .leave(let why): UnheardSound(message: message, why: why)
      case .listen: UnheardSound(message: message)
      }
    }
  }

  /// Has these heard, one after the other.
  ///
  /// - Parameter learns: what is heard can be searched.
  /// - Returns: of each why it has no transcript, as far as anybody would be told.
  func hear(_ messages: [Message], learns: Bool) async throws -> [SoundKey: String] {
    var found: [SoundKey: String] = [:]
    for message in messages {
      let why = try await Listener(parts: parts).hear(message, learns: learns)
      found[UnheardSound(message: message).key] = why ?? "it was heard, and is changed since"
    }
    return found
  }

  func reread(_ messages: [Message]) async throws -> [Message] {
    var now: [Message] = []
    for message in messages {
      now.append(try await parts.store.message(message.reference) ?? message)
    }
    return now
  }
}
