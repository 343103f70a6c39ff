import MTProto
import Model
import RawAPI

extension ControlRoute {
  static let reports: [ControlRoute] = [
    ControlRoute("GET", "/people", "who and which chats there are") {
      control, request throws(ControlError) in
      try request.form.finish()
      return await control.server.look { $0.census }
    },
    ControlRoute("GET", "/codes", "the newest login code of each phone") {
      control, request throws(ControlError) in
      try request.form.finish()
      return .array(
        control.journal.codes.map {
          .object([.init("phone", .string("+" + $0.phone)), .init("code", .string($0.code))])
        })
    },
    ControlRoute(
      "GET", "/observations", "what people have noticed: after, limit, observer",
      query: ["after", "limit", "observer"]
    ) { control, request throws(ControlError) in
      try request.form.finish()
      let after = try request.number("after", default: 0, in: 0...Int.max)
      let limit = try request.number("limit", default: 100, in: 1...ControlJournal.capacity)
      let observer = try request.number("observer", default: 0, in: 0...Int.max)
      let page = control.journal.observations(
        after: after, by: observer == 0 ? nil : Int64(observer), limit: limit)
      return .object([
        .init("observations", .array(page.values)), .init("last", .integer(page.last)),
      ])
    },
    ControlRoute(
      "GET", "/calls", "what was called: after, limit", query: ["after", "limit"]
    ) { control, request throws(ControlError) in
      try request.form.finish()
      let after = try request.number("after", default: 0, in: 0...Int.max)
      let limit = try request.number("limit", default: 100, in: 1...ControlJournal.capacity)
      let calls = await control.server.calls
      let page = calls.dropFirst(after).prefix(limit)
      return .object([
        .init("calls", .array(page.enumerated().map { $1.json(number: after + $0 + 1) })),
        .init("last", .integer(min(calls.count, after + page.count))),
      ])
    },
    ControlRoute("GET", "/conduct", "what clients did that Telegram does not allow") {
      control, request throws(ControlError) in
      try request.form.finish()
      let notes = await control.server.conductNotes()
      return .object([
        .init("flawless", .bool(notes.isEmpty)), .init("breaches", .array(notes.map(\.json))),
      ])
    },
  ]
}

extension CallRecord {
  fileprivate func json(number: Int) -> JSONValue {
    .object([
      .init("number", .integer(number)), .init("method", .string(method)),
      .init("account", .integer(person)),
      .init("error", .text(refusal?.text)),
    ])
  }
}

extension ConductNote {
  fileprivate var json: JSONValue {
    .object([
      .init("rule", .string(breach.rule.rawValue)),
      .init("sentence", .string(breach.rule.sentence)), .init("detail", .string(breach.detail)),
      .init("source", .string("core.telegram.org/\(breach.rule.source)")),
      .init("session", .integer(session.session)),
    ])
  }
}

extension World {
  fileprivate var census: JSONValue {
    let persons = people.values.sorted { $0.id < $1.id }.map { person in
      JSONValue.object([
        .init("id", .integer(person.id)), .init("first_name", .string(person.firstName)),
        .init("username", .text(person.username)),
        .init("phone", .text(person.phone.map { "+" + $0 })),
        .init("owner", .bool(person.id == owner)),
      ])
    }
    let chats: [(PeerID, String, [Int64])] =
      groups.values.sorted { $0.id < $1.id }.map { group in
        (PeerID.group(group.id), group.title, group.members)
      }
      + channels.values.sorted { $0.id < $1.id }.map { channel in
        (PeerID.channel(channel.id), channel.title, channel.members)
      }
    return .object([
      .init("people", .array(persons)),
      .init(
        "chats",
        .array(
          chats.map { chat, title, members in
            .object([
              .init("chat", .string("\(chat)")), .init("title", .string(title)),
              .init("members", .array(members.map { .integer($0) })),
            ])
          })),
    ])
  }
}
