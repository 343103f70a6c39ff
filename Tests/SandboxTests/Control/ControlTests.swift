import Fetch
import Foundation
import MTProto
import Model
import RawAPI
import TelegramSchema
import Testing

@testable import Sandbox

@Suite("Control port", .timeLimit(.minutes(2)))
struct ControlTests {
  struct Answer {
    let status: Int
    let headers: HeaderFields
    let value: JSONValue

    /// `code: message` of an error.
    var error: String {
      guard case .string(let code)? = value["error"]?["code"],
        case .string(let message)? = value["error"]?["message"]
      else { return "" }
      return "\(code): \(message)"
    }
  }

  /// Calls one control port.
  struct Caller: Sendable {
    let fetcher: Fetcher
    let control: ControlServer

    func callAsFunction(
      _ method: FetchRequest.Method, _ path: String, _ body: String? = nil,
      headers: HeaderFields = [:]
    ) async throws -> Answer {
      let response = try await fetcher.fetch(
        FetchRequest(
          method, url: control.baseURL + path, headers: headers, body: body.map { Array($0.utf8) }))
      return Answer(
        status: response.status, headers: response.headers,
        value: try JSONValue(parsing: String(decoding: response.body, as: UTF8.self)))
    }
  }

  static func run(_ body: @Sendable (TelegramServer, Caller) async throws -> Void) async throws {
    try await Fixtures.withServer { server in
      try await ControlServer.serve(server, port: 0) { control in
        try await body(server, Caller(fetcher: try Fetcher(), control: control))
      }
    }
  }

  static func number(_ value: JSONValue?) -> Int? {
    guard case .number(let digits)? = value else { return nil }
    return Int(digits)
  }

  static func count(_ value: JSONValue?) -> Int? {
    guard case .array(let elements)? = value else { return nil }
    return elements.count
  }

  @Test("Faults are set, listed with what is left of them, and taken back")
  func faults() async throws {
    try await Self.run { server, call in
      let made = try await call(
        .post, "/faults",
        #"{"fault": "flood_wait", "seconds": 17, "method": "messages.*", "account": "robin", "times": 2, "skip": 1}"#
      )
      #expect(made.status == 201 && Self.number(made.value["id"]) == 1)
      let lasting = try await call(
        .post, "/faults",
        #"{"fault": "lose_update", "always": true, "probability": 0.25, "seed": 9}"#)
      #expect(Self.number(lasting.value["id"]) == 2)
      let faults = await server.activeFaults().map(\.fault)
      #expect(
        faults == [
          Fault(
            .floodWait(17), method: "messages.*", account: Cast.owner, times: 2, skipping: 1),
          .always(.loseUpdate, probability: 0.25, seed: 9),
        ])
      let list = try await call(.get, "/faults")
      #expect(Self.count(list.value) == 2)
      #expect(list.value.text().contains(#""what":"refuse(FLOOD_WAIT_17 (420))""#))
      #expect(list.value.text().contains(#""left":2"#))

      #expect(try await call(.delete, "/faults/1").status == 200)
      #expect(try await call(.delete, "/faults/1").error.hasPrefix("unknown_number: "))
      #expect(try await call(.delete, "/faults").status == 200)
      #expect(await server.activeFaults().isEmpty)
    }
  }

  @Test("Each fault of the catalogue can be set with the fields that it names")
  func catalogue() async throws {
    let values = [
      "seconds": "3", "code": "-404", "text": "\"PEER_FLOOD\"", "what": "\"user\"", "dc": "4",
      "error": "\"SESSION_REVOKED\"", "base64": "\"AQIDBA==\"",
    ]
    for entry in FaultCatalogue.entries {
      let names = entry.fields.split(separator: ";").compactMap { part in
        part.split(separator: ":").first.map { String($0).trimmingCharacters(in: .whitespaces) }
      }
      var members = [#""fault": "\#(entry.name)""#]
      for name in names {
        let value = entry.name == "bad_message" ? "35" : try #require(values[name], "\(name)")
        members.append("\"\(name)\": \(value)")
      }
      var form = try ControlForm(Array("{\(members.joined(separator: ", "))}".utf8))
      let fault = try Fault(&form) { _, _ throws(ControlError) in 0 }
      if case .refuse = fault.kind { continue }
      #expect(fault.kind.controlName == entry.name)
    }
    #expect(Set(FaultCatalogue.entries.map(\.name)).count == FaultCatalogue.entries.count)
  }

  @Test(
    "What is wrong with a request is said, with what was meant",
    arguments: [
      (#"{"fault": "lose_anser"}"#, "unknown_fault", "did you mean 'lose_answer'?"),
      (#"{"fault": "flood_wait"}"#, "missing_field", "\"seconds\" is missing"),
      (
        #"{"fault": "flood_wait", "seconds": "x"}"#, "wrong_type", "a whole number, and is a string"
      ),
      (#"{"fault": "migrate", "what": "phon", "dc": 4}"#, "bad_value", "did you mean 'PHONE'?"),
      (#"{"fault": "junk", "methd": "a"}"#, "unknown_field", "did you mean 'method'?"),
      (#"{"fault": "junk", "method": "a"}"#, "bad_value", "faults of calls"),
      (#"{"fault": "junk", "times": 1, "always": true}"#, "bad_value", "do not go together"),
      (#"{"fault": "junk", "account": "alcie"}"#, "unknown_person", "did you mean 'alice'?"),
      (#"{"fault": "junk", "probability": 2}"#, "bad_value", "0.0 to 1.0"),
      ("[1]", "bad_json", "an array, not an object"),
      ("{", "bad_json", "line 1"),
    ])
  func mistakes(body: String, code: String, words: String) async throws {
    try await Self.run { server, call in
      let answer = try await call(.post, "/faults", body)
      #expect(answer.status == 400)
      #expect(answer.error.hasPrefix(code + ": "), "\(answer.error)")
      #expect(answer.error.contains(words), "\(answer.error)")
      #expect(await server.activeFaults().isEmpty)
    }
  }

  @Test("Unknown paths, wrong methods, long bodies and browsers: 404, 405, 413, 403")
  func edges() async throws {
    try await Self.run { _, call in
      let unknown = try await call(.get, "/fautls")
      #expect(unknown.status == 404 && unknown.error.contains("did you mean '/faults'?"))
      let wrong = try await call(.put, "/faults", "{}")
      #expect(wrong.status == 405 && wrong.headers["Allow"] == "GET, POST, DELETE")
      let long = try await call(.post, "/faults", String(repeating: " ", count: (1 << 20) + 1))
      #expect(long.status == 413 && long.error.hasPrefix("too_large: "))
      let page = try await call(.get, "/faults", headers: ["Origin": "http://example.org"])
      #expect(page.status == 403)
      let led = try await call(.get, "/faults", headers: ["Host": "example.org"])
      #expect(led.status == 403)
      #expect(try await call(.get, "/faults?x=1").error.hasPrefix("unknown_field: "))
      let index = try await call(.get, "/")
      #expect(Self.count(index.value) == ControlRoute.all.count)
    }
  }

  @Test("People write, edit, react, read, type and delete; what others notice is listed")
  func people() async throws {
    try await Self.run { server, call in
      let sent = try await call(
        .post, "/messages/send", #"{"by": "alice", "chat": "robin", "text": "at six?"}"#)
      #expect(sent.status == 201)
      let id = try #require(Self.number(sent.value["message"]))
      let posts = [
        (
          "/messages/edit",
          #"{"by": "alice", "chat": "robin", "message": \#(id), "text": "at seven?"}"#
        ),
        (
          "/messages/react",
          #"{"by": "alice", "chat": 5000000001, "message": \#(id), "emoji": "👍"}"#
        ),
        ("/typing", #"{"by": "clara", "chat": "Sunday football"}"#),
        ("/messages/read", #"{"by": "robin", "chat": "u:5000000002"}"#),
        ("/messages/delete", #"{"by": "alice", "messages": [\#(id)]}"#),
      ]
      for (path, body) in posts {
        let answer = try await call(.post, path, body)
        #expect(answer.status == 200, "\(path) \(answer.value.text())")
      }
      var kinds: [String] = []
      var last = 0
      while !kinds.contains("deleted") {
        let page = try await call(.get, "/observations?after=\(last)&observer=\(Cast.owner)")
        guard case .array(let list)? = page.value["observations"] else { break }
        for case .string(let kind)? in list.map({ $0["kind"] }) { kinds.append(kind) }
        last = try #require(Self.number(page.value["last"]))
      }
      #expect(kinds == ["message", "edited", "reactions", "typing", "deleted"])
      let refused = try await call(
        .post, "/messages/edit",
        #"{"by": "alice", "chat": "robin", "message": 999999, "text": "x"}"#)
      #expect(refused.status == 409 && refused.error.contains("MESSAGE_ID_INVALID"))
      let people = try await call(.get, "/people")
      #expect(people.value.text().contains("Elm Street neighbours"))
    }
  }

  @Test("Codes, calls and conduct are told; logins end, connections are cut, sessions forgotten")
  func reports() async throws {
    try await Self.run { server, call in
      try await WireClient.with(server) { client in
        _ = try await client.exchangeKeys()
        try await client.logIn(at: server)
        // The port learns of codes by listening: a moment later, maybe.
        var codes = try await call(.get, "/codes")
        while Self.count(codes.value) == 0 { codes = try await call(.get, "/codes") }
        #expect(codes.value.text().contains(#""phone":"+15550100001""#))
        let calls = try await call(.get, "/calls?limit=1")
        #expect(Self.count(calls.value["calls"]) == 1)
        let more = try await call(.get, "/calls?after=\(Self.number(calls.value["last"]) ?? 0)")
        #expect(more.value.text().contains("auth.signIn"))
        #expect(try await call(.get, "/conduct").value["flawless"] == .bool(true))

        #expect(
          try await call(.post, "/authorizations/revoke", #"{"account": "robin"}"#).status == 200)
        #expect(try await client.refusal(of: Methods.Updates.GetState()) == "AUTH_KEY_UNREGISTERED")
        #expect(
          try await call(.post, "/authorizations/revoke", "{}").error.hasPrefix("missing_field"))
        for path in [
          "/sessions/forget", "/keys/forget", "/answers/release", "/files/expire",
          "/connections/cut",
        ] {
          #expect(try await call(.post, path).status == 200)
        }
        for await _ in client.updates {}
        #expect(try await call(.post, "/connections/refuse", #"{"refuse": true}"#).status == 200)
        await #expect(throws: (any Error).self) {
          try await WireClient.with(server) { try await $0.exchangeKeys() }
        }
      }
    }
  }

  @Test("A port that is taken is named")
  func taken() async throws {
    try await Self.run { server, call in
      let error = await #expect(throws: SandboxError.self) {
        try await ControlServer.serve(server, port: call.control.port) { _ in }
      }
      #expect(error?.message.contains("\(call.control.port)") == true)
    }
  }

  @Test("Telethon gets the flood wait that was set over the control port, and goes on")
  func telethon() async throws {
    try await Self.run { server, call in
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        _ = try await call(
          .post, "/faults",
          #"{"fault": "flood_wait", "seconds": 4000, "method": "messages.sendMessage", "account": "robin"}"#
        )
        let error = await #expect(throws: ForeignAgent.Failure.self) {
          let _: TelethonTests.MessageRow = try await agent.ask(
            "send", ["chat": Cast.alice, "text": "too fast"])
        }
        #expect(error?.name == "FloodWaitError" && error?.text.contains("4000") == true)
        #expect(Self.count(try await call(.get, "/faults").value) == 0)
        // Telethon itself holds back further calls of that method.
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        let calls = try await call(.get, "/calls?limit=1000")
        #expect(calls.value.text().contains(#""error":"FLOOD_WAIT_4000""#))
      }
    }
  }
}
