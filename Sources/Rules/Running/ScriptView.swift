import Model
import Scripting

/// The message and its surroundings as a rule's function sees them: `m` and `x`.
struct ScriptView {
  private let input: DecisionInput
  private let zone: ZoneTable

  init(_ input: DecisionInput, zone: ZoneTable) {
    self.input = input
    self.zone = zone
  }

  var arguments: [ScriptValue] { [.record(message), .record(context)] }

  private var message: ScriptRecord {
    let message = input.message
    var record = Self.record(ScriptClassName.message, message)
    record.fields += [
      .init(name: "entities", value: .array(message.entities.map { entity($0) })),
      .init(name: "edited", value: Self.time(message.edited)),
      .init(name: "mentions_me", value: .bool(message.mentionsOwner)),
      .init(name: "is_question", value: .bool(TextFolding.isQuestion(message.text))),
      .init(name: "via_bot", value: Self.integer(message.viaBot)),
      .init(name: "album", value: Self.integer(message.album)),
      .init(name: "chat", value: chat),
      .init(name: "sender", value: sender),
    ]
    return record
  }

  /// One of `x.history(n)`.
  static func earlier(_ message: Message) -> ScriptValue {
    var record = record(ScriptClassName.earlier, message)
    record.fields += [
      .init(name: "mine", value: .bool(message.isOutgoing)),
      .init(name: "sender_id", value: integer(message.sender?.marked)),
    ]
    return .record(record)
  }

  /// What a message and an earlier message have in common.
  private static func record(_ name: String, _ message: Message) -> ScriptRecord {
    ScriptRecord(
      name,
      fields: [
        .init(name: "id", value: .integer(Int64(message.id))),
        .init(name: "text", value: .string(message.text)),
        .init(name: "date", value: time(message.date)),
        .init(name: "reply_to", value: integer(message.replyTo)),
        .init(name: "reply_to_me", value: .bool(message.repliesToOwner)),
        .init(name: "forwarded", value: .bool(message.isForwarded)),
        .init(name: "thread", value: integer(message.thread)),
        .init(name: "media", value: media(message.media)),
      ])
  }

  private var chat: ScriptValue {
    let chat = input.chat
    return .record(
      ScriptRecord(
        ScriptClassName.chat,
        fields: [
          .init(name: "id", value: .integer(chat.id.marked)),
          .init(
            name: "kind", value: .string(RuleSet.kind(of: chat, owner: input.owner).rawValue)),
          .init(name: "title", value: .string(chat.title)),
          .init(name: "username", value: Self.text(chat.username)),
          .init(name: "muted", value: .bool(chat.isMuted)),
          .init(name: "archived", value: .bool(chat.isArchived)),
          .init(name: "unread", value: .integer(Int64(chat.unreadCount))),
          .init(name: "members", value: Self.integer(chat.memberCount)),
          .init(name: "owner_last_wrote", value: Self.time(input.ownerLastWrote)),
        ]))
  }

  private var sender: ScriptValue {
    guard let sender = input.sender else { return .nil }
    return .record(
      ScriptRecord(
        ScriptClassName.sender,
        fields: Self.person(sender) + [
          .init(name: "contact", value: .bool(sender.isContact)),
          .init(name: "mutual", value: .bool(sender.isMutual)),
          .init(name: "bot", value: .bool(sender.isBot)),
          .init(name: "premium", value: .bool(sender.isPremium)),
          .init(name: "language", value: Self.text(sender.language)),
        ]))
  }

  private var context: ScriptRecord {
    let local = LocalTime(input.now, in: zone)
    let today = ScriptRecord(
      ScriptClassName.today,
      fields: [
        .init(name: "date", value: .string(local.dateText)),
        .init(name: "weekday", value: .string(WeeklyHours.dayNames[local.weekday])),
        .init(name: "hour", value: .integer(Int64(local.minuteOfDay / 60))),
        .init(name: "minute", value: .integer(Int64(local.minuteOfDay % 60))),
      ])
    return ScriptRecord(
      ScriptClassName.context,
      fields: [
        .init(name: "now", value: Self.time(input.now)),
        .init(name: "today", value: .record(today)),
        .init(
          name: "owner",
          value: .record(ScriptRecord(ScriptClassName.owner, fields: Self.person(input.owner)))),
      ])
  }

  private func entity(_ entity: TextEntity) -> ScriptValue {
    let units = Array(input.message.text.utf16)
    let start = min(max(Int(entity.offset), 0), units.count)
    let end = min(start + max(Int(entity.length), 0), units.count)
    return .record(
      ScriptRecord(
        ScriptClassName.entity,
        fields: [
          .init(name: "kind", value: .string(entity.kind.rawValue)),
          .init(name: "text", value: .string(String(decoding: units[start..<end], as: UTF16.self))),
          .init(name: "argument", value: Self.text(entity.argument)),
        ]))
  }

  private static func person(_ person: Contact) -> [ScriptTable.Field] {
    [
      .init(name: "id", value: .integer(person.id)),
      .init(name: "name", value: .string(person.fullName)),
      .init(name: "first_name", value: .string(person.firstName)),
      .init(name: "last_name", value: .string(person.lastName)),
      .init(name: "username", value: text(person.username)),
    ]
  }

  private static func media(_ media: Media?) -> ScriptValue {
    guard let media else { return .nil }
    return .record(
      ScriptRecord(
        ScriptClassName.media,
        fields: [
          .init(name: "kind", value: .string(media.kind.rawValue)),
          .init(name: "duration", value: media.duration.map { .number($0) } ?? .nil),
          .init(name: "size", value: integer(media.size)),
          .init(name: "name", value: text(media.name)),
        ]))
  }

  /// Seconds since 1970.
  private static func time(_ time: Timestamp?) -> ScriptValue { integer(time?.seconds) }

  private static func text(_ text: String?) -> ScriptValue { text.map { .string($0) } ?? .nil }

  private static func integer(_ number: (some BinaryInteger)?) -> ScriptValue {
    number.map { .integer(Int64($0)) } ?? .nil
  }
}
