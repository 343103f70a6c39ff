import Model
import Scripting

/// The message and its surroundings as a rule's function sees them: `m` and `x`. Written straight in the
/// form in which they cross, for every message that enters Lua has them made.
struct ScriptView {
  private let shared: SharedInput
  private let zone: ZoneTable
  private let language: String?

  /// - Parameter language: of the text, where anybody looks at it.
  init(_ shared: SharedInput, zone: ZoneTable, language: String? = nil) {
    self.shared = shared
    self.zone = zone
    self.language = language
  }

  init(_ shared: SharedInput, _ book: RuleBook) {
    self.init(
      shared, zone: book.zone,
      language: book.readsLanguage ? LanguageGuess.code(of: shared.input.message.text) : nil)
  }

  var arguments: EncodedValues {
    EncodedValues(count: 2) { writer in
      writeMessage(&writer)
      writeContext(&writer)
    }
  }

  private func writeMessage(_ writer: inout ValueWriter) {
    let message = shared.input.message
    writer.record(RuleRecords.message.shape) { fields in
      fields.field("id", Int64(message.id))
      fields.field("text", message.text)
      fields.field("date", message.date.seconds)
      fields.field("edited", message.edited?.seconds)
      fields.field("entities", writeEntities)
      fields.field("reply_to", message.replyTo.map { Int64($0) })
      fields.field("reply_to_me", message.repliesToOwner)
      fields.field("mentions_me", message.mentionsOwner)
      fields.field("language", language)
      fields.field("is_question", TextFolding.isQuestion(message.text))
      fields.field("forwarded", message.isForwarded)
      fields.field("via_bot", message.viaBot)
      fields.field("album", message.album)
      fields.field("thread", message.thread.map { Int64($0) })
      fields.field("burst", Int64(shared.input.burst))
      fields.field("media") { Self.write(message.media, &$0) }
      fields.field("chat", writeChat)
      fields.field("sender", writeSender)
    }
  }

  /// What `x.history(n)` answers.
  static func earlier(_ messages: [Message]) -> EncodedValues {
    EncodedValues(count: 1) { writer in
      writer.array(messages) { write(earlier: $0, &$1) }
    }
  }

  /// What `memory.search` and `memory.about` answer.
  static func memories(_ memories: [Memory]) -> EncodedValues {
    EncodedValues(count: 1) { writer in
      writer.array(memories) { memory, writer in
        writer.record(RuleRecords.memory.shape) { fields in
          fields.field("text", memory.text)
          fields.field("date", memory.at.seconds)
          fields.field("fact", memory.isFact)
          fields.field("as", memory.name)
          fields.field("mine", memory.isOutgoing)
          fields.field("person_id", memory.person?.marked)
          fields.field("chat_id", memory.chat.marked)
        }
      }
    }
  }

  /// What `m:replied()` answers.
  static func replied(_ message: Message?) -> EncodedValues {
    EncodedValues(count: 1) { writer in
      guard let message else { return writer.null() }
      write(earlier: message, &writer)
    }
  }

  private static func write(earlier message: Message, _ writer: inout ValueWriter) {
    writer.record(RuleRecords.earlier.shape) { fields in
      fields.field("id", Int64(message.id))
      fields.field("text", message.text)
      fields.field("date", message.date.seconds)
      fields.field("mine", message.isOutgoing)
      fields.field("sender_id", message.sender?.marked)
      fields.field("reply_to", message.replyTo.map { Int64($0) })
      fields.field("reply_to_me", message.repliesToOwner)
      fields.field("forwarded", message.isForwarded)
      fields.field("thread", message.thread.map { Int64($0) })
      fields.field("media") { write(message.media, &$0) }
      fields.field("transcript", message.transcript?.text)
    }
  }

  private func writeChat(_ writer: inout ValueWriter) {
    let chat = shared.input.chat
    writer.record(RuleRecords.chat.shape) { fields in
      fields.field("id", chat.id.marked)
      fields.field("kind", RuleSet.kind(of: chat, owner: shared.input.owner).rawValue)
      fields.field("title", chat.title)
      fields.field("username", chat.username)
      fields.field("muted", chat.isMuted)
      fields.field("archived", chat.isArchived)
      fields.field("unread", Int64(chat.unreadCount))
      fields.field("members", chat.memberCount.map { Int64($0) })
      fields.field("owner_last_wrote", shared.input.ownerLastWrote?.seconds)
    }
  }

  private func writeSender(_ writer: inout ValueWriter) {
    guard let sender = shared.input.sender else { return writer.null() }
    writer.record(RuleRecords.sender.shape) { fields in
      Self.write(sender, &fields)
      fields.field("contact", sender.isContact)
      fields.field("mutual", sender.isMutual)
      fields.field("bot", sender.isBot)
      fields.field("premium", sender.isPremium)
      fields.field("language", sender.language)
      fields.field("tags") { $0.array(shared.input.tags) { $1.value($0) } }
      fields.field("seen_before", shared.input.isSeenBefore)
    }
  }

  /// `x` of a timer.
  static func context(
    owner: Contact, now: Timestamp, presence: Presence?, zone: ZoneTable
  ) -> EncodedValues {
    EncodedValues(count: 1) {
      writeContext(owner: owner, now: now, presence: presence, zone: zone, &$0)
    }
  }

  private func writeContext(_ writer: inout ValueWriter) {
    Self.writeContext(
      owner: shared.input.owner, now: shared.input.now, presence: shared.input.ownerPresence,
      zone: zone, &writer)
  }

  private static func writeContext(
    owner: Contact, now: Timestamp, presence: Presence?, zone: ZoneTable,
    _ writer: inout ValueWriter
  ) {
    let local = LocalTime(now, in: zone)
    writer.record(RuleRecords.context.shape) { fields in
      fields.field("now", now.seconds)
      fields.field("today") { writer in
        writer.record(RuleRecords.today.shape) { fields in
          fields.field("date", local.dateText)
          fields.field("weekday", WeeklyHours.dayNames[local.weekday])
          fields.field("hour", Int64(local.minuteOfDay / 60))
          fields.field("minute", Int64(local.minuteOfDay % 60))
        }
      }
      fields.field("owner") { writer in
        writer.record(RuleRecords.owner.shape) { fields in
          write(owner, &fields)
          fields.field("online") { writer in
            guard let presence else { return writer.null() }
            writer.value(presence.isOnline(at: now))
          }
          fields.field("last_seen", presence?.lastSeen(at: now)?.seconds)
        }
      }
      fields.field("store") { writer in
        writer.record(RuleRecords.store.shape) { fields in
          fields.field("chat") { $0.record(RuleRecords.chatStore.shape) { _ in } }
        }
      }
      fields.field("shared") { writer in
        writer.record(RuleRecords.shared.shape) { fields in
          fields.field("chat") { $0.record(RuleRecords.chatShared.shape) { _ in } }
        }
      }
    }
  }

  private func writeEntities(_ writer: inout ValueWriter) {
    let entities = shared.input.message.entities
    let units = entities.isEmpty ? [] : Array(shared.input.message.text.utf16)
    writer.array(entities) { entity, writer in
      let start = min(max(Int(entity.offset), 0), units.count)
      let end = min(start + max(Int(entity.length), 0), units.count)
      writer.record(RuleRecords.entity.shape) { fields in
        fields.field("kind", entity.kind.rawValue)
        fields.field("text", String(decoding: units[start..<end], as: UTF16.self))
        fields.field("argument", entity.argument)
      }
    }
  }

  private static func write(_ person: Contact, _ fields: inout ValueWriter.Fields) {
    fields.field("id", person.id)
    fields.field("name", person.fullName)
    fields.field("first_name", person.firstName)
    fields.field("last_name", person.lastName)
    fields.field("username", person.username)
  }

  private static func write(_ media: Media?, _ writer: inout ValueWriter) {
    guard let media else { return writer.null() }
    writer.record(RuleRecords.media.shape) { fields in
      fields.field("kind", media.kind.rawValue)
      fields.field("duration", media.duration)
      fields.field("size", media.size)
      fields.field("name", media.name)
    }
  }
}
