import Model
import RawAPI

extension ControlServer {
  /// Somebody by id, username or first name; nil if the field is not there.
  func person(
    _ field: String, _ request: inout ControlRequest
  ) async throws(ControlError) -> Int64? {
    guard let value = request.form.value(field) else { return nil }
    let people = await server.look { $0.people }
    return try Cast.find(value, as: field, among: people)
  }

  /// Who acts.
  func performer(_ request: inout ControlRequest) async throws(ControlError) -> ScriptedContact {
    server.contact(try ControlForm.required(try await person("by", &request), "by"))
  }

  /// Where: `u:5`, `c:7`, `ch:9`, a person, or a title.
  func chat(_ request: inout ControlRequest) async throws(ControlError) -> PeerID {
    let value = try ControlForm.required(request.form.value("chat"), "chat")
    if case .string(let text) = value {
      if let peer = PeerID(text) { return peer }
      let titles = await server.look { world in
        world.groups.values.map { ($0.title, PeerID.group($0.id)) }
          + world.channels.values.map { ($0.title, PeerID.channel($0.id)) }
      }
      if let found = titles.first(where: { $0.0.lowercased() == text.lowercased() }) {
        return found.1
      }
    }
    let people = await server.look { $0.people }
    return .user(try Cast.find(value, as: "chat", among: people))
  }

  /// Lets the world refuse.
  static func refusable<Value>(
    _ body: () async throws(Refusal) -> Value
  ) async throws(ControlError) -> Value {
    do throws(Refusal) {
      return try await body()
    } catch {
      throw ControlError(error)
    }
  }
}

extension Cast {
  static func find(
    _ value: JSONValue, as field: String, among people: [Int64: Person]
  ) throws(ControlError) -> Int64 {
    switch value {
    case .number(let digits):
      if let id = Int64(digits), people[id] != nil { return id }
    case .string(let text):
      let name = text.lowercased()
      let named = people.values.filter {
        $0.username?.lowercased() == name || $0.firstName.lowercased() == name
      }
      if named.count == 1 { return named[0].id }
    default:
      throw ControlError(
        "wrong_type", "\"\(field)\" has to be an id or a name, and is \(value.kind).")
    }
    let names = people.values.map { $0.firstName.lowercased() }.sorted()
    var asked = ""
    if case .string(let text) = value { asked = text }
    throw ControlError(
      "unknown_person",
      "\"\(field)\" names nobody\(Suggestion.clause(for: asked, among: names)) "
        + "GET /people lists all, with the chats.")
  }
}

extension ControlRoute {
  static let people: [ControlRoute] = [
    ControlRoute("POST", "/messages/send", "writes: by, chat, text, reply_to", status: 201) {
      control, request throws(ControlError) in
      let person = try await control.performer(&request)
      let chat = try await control.chat(&request)
      let text = try ControlForm.required(try request.form.text("text"), "text")
      let reply = try request.form.integer("reply_to", in: 1...Int64(Int32.max))
      try request.form.finish()
      let message = try await ControlServer.refusable { () async throws(Refusal) in
        try await person.send(text, to: chat, replyTo: reply.map { Int32(clamping: $0) })
      }
      return .object(message.members)
    },
    ControlRoute("POST", "/messages/edit", "changes a text: by, chat, message, text") {
      control, request throws(ControlError) in
      let person = try await control.performer(&request)
      let chat = try await control.chat(&request)
      let message = try Self.message(&request)
      let text = try ControlForm.required(try request.form.text("text"), "text")
      try request.form.finish()
      try await ControlServer.refusable { () async throws(Refusal) in
        try await person.edit(message, in: chat, to: text)
      }
      return done
    },
    ControlRoute("POST", "/messages/delete", "for everybody: by, messages; in a channel: chat") {
      control, request throws(ControlError) in
      let person = try await control.performer(&request)
      let messages = try ControlForm.required(
        try request.form.integers("messages"), "messages"
      ).map { Int32(clamping: $0) }
      var channel: Int64?
      if let text = try request.form.text("chat") {
        guard case .channel(let id)? = PeerID(text) else {
          throw ControlError(
            "bad_value", "\"chat\" is for channels, ch:9; elsewhere messages are known by number.")
        }
        channel = id
      }
      try request.form.finish()
      let server = control.server
      try await ControlServer.refusable { () async throws(Refusal) -> Void in
        guard let channel else { return try await person.delete(messages) }
        let id = person.id
        _ = try await server.act { world throws(Refusal) in
          try world.delete(messages, inChannel: channel, by: id)
        }
      }
      return done
    },
    ControlRoute("POST", "/messages/read", "reads: by, chat, up_to (all, if it is not there)") {
      control, request throws(ControlError) in
      let person = try await control.performer(&request)
      let chat = try await control.chat(&request)
      let mark = try request.form.integer("up_to", in: 1...Int64(Int32.max)) ?? 0
      try request.form.finish()
      try await ControlServer.refusable { () async throws(Refusal) in
        try await person.read(chat, upTo: Int32(clamping: mark))
      }
      return done
    },
    ControlRoute(
      "POST", "/messages/react", "reacts: by, chat, message, emoji (none: takes it away)"
    ) { control, request throws(ControlError) in
      let person = try await control.performer(&request)
      let chat = try await control.chat(&request)
      let message = try Self.message(&request)
      let emoji = try request.form.text("emoji")
      try request.form.finish()
      try await ControlServer.refusable { () async throws(Refusal) in
        try await person.react(with: emoji, to: message, in: chat)
      }
      return done
    },
    ControlRoute("POST", "/typing", "shows what somebody does: by, chat, activity") {
      control, request throws(ControlError) in
      let person = try await control.performer(&request)
      let chat = try await control.chat(&request)
      let name = try request.form.text("activity") ?? Activity.typing.rawValue
      guard let activity = Activity(rawValue: name) else {
        let known = Activity.allCases.map(\.rawValue)
        throw ControlError(
          "bad_value",
          "\"activity\" may be \(known.joined(separator: ", "))"
            + Suggestion.clause(for: name, among: known))
      }
      try request.form.finish()
      try await ControlServer.refusable { () async throws(Refusal) in
        try await person.type(activity, in: chat)
      }
      return done
    },
  ]

  private static func message(_ request: inout ControlRequest) throws(ControlError) -> Int32 {
    let number = try request.form.integer("message", in: 1...Int64(Int32.max))
    return Int32(clamping: try ControlForm.required(number, "message"))
  }
}
