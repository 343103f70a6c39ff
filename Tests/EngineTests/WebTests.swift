import Engine
import Model
import Rules
import Store
import Synchronization
import Testing

@Suite("The web, secrets and metrics of rules", .timeLimit(.minutes(5)))
struct WebTests {
  private static let head = """
    account { http = { "api.example.org", "127.0.0.1:8080", "plain.example.org", "ports.example.org:443" } }
    monitor "people" { "private" }

    """

  private func play(_ body: String, _ answers: String = "{}") async throws -> [String] {
    let report = try await RuleTester(
      sources: [
        RuleSource(
          path: "a.lua",
          text: Self.head + "rule \"r\" { run = function(m, x)\n\(body)\nend }")
      ],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text:
            "case \"c\" { message = { text = \"x\" }, http = \(answers), expect = { text = re \".\" } }"
        )
      ]
    ).run()
    return report.problems.map(\.description) + report.results.flatMap(\.failures).map(\.message)
  }

  /// What the rule replied, by failing to be what nobody expects.
  private func reply(_ body: String, _ answers: String = "{}") async throws -> String {
    let failures = try await play(
      "local t = (function() \(body) end)() error('got ' .. tostring(t), 0)", answers)
    return failures.joined(separator: "\n")
  }

  @Test("A case answers for the web: texts, values, statuses, redirects on the list")
  func answers() async throws {
    let answers = """
      {
        ["https://api.example.org/a"] = "plain",
        ["https://api.example.org/b?q=1"] = { json = { n = 2 } },
        ["https://api.example.org/c"] = { status = 404, body = "no" },
        ["https://api.example.org/d"] = { status = 302, location = "/a" },
        ["https://api.example.org/e"] = { status = 302, location = "http://127.0.0.1:8080/x" },
        ["https://api.example.org/h"] = { status = 302, location = "/y?next=https://evil.example/" },
        ["https://api.example.org/y?next=https://evil.example/"] = "plain",
        ["https://api.example.org/i"] = { status = 302, location = "y?x" },
        ["http://127.0.0.1:8080/x"] = "local",
      }
      """
    let get = "local r = http.get('https://api.example.org/%') return r.status .. ' ' .. r.body"
    func got(_ path: String) async throws -> String {
      try await reply(get.replacing("%", with: path), answers)
    }
    #expect(try await got("a").contains("got 200 plain"))
    #expect(try await got("b?q=1").contains(#"got 200 {"n":2}"#))
    #expect(try await got("c").contains("got 404 no"))
    #expect(try await got("d").contains("got 200 plain"))
    #expect(try await got("h").contains("got 200 plain"), "a path may hold a URL")
    #expect(try await got("i").contains("redirects to where rules do not follow"))
    #expect(try await got("e").contains("got 200 local"))
    // The scheme's own port may stand in the list.
    let own = "return http.get('https://ports.example.org/').body"
    #expect(
      try await reply(own, #"{ ["https://ports.example.org/"] = "there" }"#).contains("got there"))
    #expect(
      try await got("f").contains("the case does not say what https://api.example.org/f answers"))
  }

  @Test(
    "A host off the list is refused, however it is written, by redirect too [rules 40]",
    arguments: [
      ("https://evil.example/x", "evil.example is not on the list of hosts"),
      ("https://api.example.org.evil.example/", "api.example.org.evil.example is not on the list"),
      ("https://api.example.org@evil.example/", "is no host"),
      ("https://api.example.org\\\\\\\\@evil.example/", "is no host"),
      ("https://api.example.org:8443/", "api.example.org:8443 is not on the list"),
      ("http://127.0.0.1/", "127.0.0.1 is not on the list"),
      ("http://localhost:8080/", "localhost:8080 is not on the list"),
      ("http://[::1]:8080/", "is no host"),
      ("http://0x7f.1:8080/", "0x7f.1:8080 is not on the list"),
      ("ftp://api.example.org/", "is no URL; it begins with https:// or http://"),
      ("file:///etc/passwd", "is no URL"),
      (
        "https://api.example.org/redirect",
        "api.example.org redirects to evil.example, which is not on the list"
      ),
      ("https://api.example.org/loop", "redirects more than 3 times"),
    ])
  func refused(url: String, text: String) async throws {
    let answers = """
      {
        ["https://api.example.org/redirect"] = { status = 302, location = "https://evil.example/" },
        ["https://api.example.org/loop"] = { status = 302, location = "/loop" },
      }
      """
    let failures = try await play("return reply(http.get('\(url)').body)", answers)
    #expect(failures.contains { $0.contains(text) }, "\(failures)")
  }

  @Test(
    "What cannot be asked or kept secret is told with what to write",
    arguments: [
      ("http.get()", "it takes a URL and a table"),
      (
        "local q = json.decode '{\"timeuot\":\"5s\"}' http.get('https://api.example.org/', q)",
        "did you mean \"timeout\"?"
      ),
      ("http.get('https://api.example.org/', { timeout = '5m' })", "the most is 30s"),
      (
        "local q = json.decode '{\"json\":1}' http.get('https://api.example.org/', q)",
        "unknown key \"json\""
      ),
      ("http.post('https://api.example.org/', { json = 1, body = 'x' })", "either json or body"),
      ("http.get('https://api.example.org/', { headers = { Host = 'x' } })", "the host's own"),
      ("http.get('https://api.example.org/', { headers = { A = 'x\\ny' } })", "a text of one line"),
      ("http.get('https://api.example.org/ä')", "characters of ASCII"),
      ("for i = 1, 9 do http.get('https://api.example.org/a') end", "more than 8 calls of http"),
      ("secret 'crm'", "secret takes a name in capital letters"),
      (
        "http.get('http://plain.example.org/', { headers = { A = secret 'CRM' } })",
        "in the clear; use https"
      ),
      ("local t = 'x' .. secret 'CRM'", "attempt to concatenate"),
      ("x.store:set('a', secret 'CRM')", "x.store:set: "),
      ("http.post('https://api.example.org/', { json = { secret 'CRM' } })", "cannot be JSON"),
      ("metric 'two words'", "metric takes a name"),
      ("metric('a', 'b')", "metric counts by a number"),
    ])
  func complaints(body: String, text: String) async throws {
    let failures = try await play(body, #"{ ["https://api.example.org/a"] = "a" }"#)
    #expect(failures.contains { $0.contains(text) }, "\(failures)")
  }

  /// Answers with what it was sent, and notes it.
  private final class Echo: WebClient {
    private let seen = Mutex<[String]>([])
    var requests: [String] { seen.withLock(\.self) }

    func exchange(_ request: WebRequest) async throws -> WebResponse {
      let headers = request.headers.map { "\($0.name)=\($0.value.reveal())" }.sorted()
      let line = "\(request.method) \(request.url) \(headers.joined(separator: " "))"
      seen.withLock { $0.append(line) }
      if request.url.hasSuffix("/away") {
        return WebResponse(status: 307, headers: ["location": "http://127.0.0.1:8080/other"])
      }
      if request.url.hasSuffix("/leak") {
        return WebResponse(
          status: 307,
          headers: ["location": "https://\(request.headers.map { $0.value.reveal() }.joined())/"])
      }
      return WebResponse(
        status: 200, headers: ["x-echo": line, "x-\(line.lowercased())": "name"],
        body: Array(line.utf8))
    }
  }

  @Test(
    "A secret goes out in a header, and never comes into Lua, a trace, a log or a prompt [A7, rules 40]"
  )
  func secrets() async throws {
    let web = Echo()
    let world = try World()
    world.web.withLock { $0 = web }
    let rules =
      Self.head + """
        rule "asks" { run = function(m, x)
          local key = secret "CRM"
          local r = http.get("https://api.example.org/v1?q=private", { headers = { Authorization = { "Bearer ", key } } })
          x.note(r.body, tostring(key))
          log(r.headers["x-echo"])
          http.get("https://api.example.org/away", { headers = { Key = key } })
          local accented = http.get("https://api.example.org/accent", { headers = { Key = { key, "\u{301}" } } })
          x.note(accented.body, json.encode(accented.headers))
          local _, why = pcall(http.get, "https://api.example.org/leak", { headers = { Key = key } })
          x.note(tostring(why))
          metric "asked"
          metric("weight", 2.5)
          return reply(ai.complete { prompt = "Sum up", about = r.body })
        end }
        """
    try await world.run(try RuleSet.load([RuleSource(path: "a.lua", text: rules)])) { run in
      try await run.decide(world.incoming(1))
      await run.recorder.wait(for: .sent)
      let decision = try #require(
        await run.store.decision(about: world.incoming(1).reference))
      #expect(
        web.requests == [
          "GET https://api.example.org/v1?q=private Authorization=Bearer top-s3cret",
          "GET https://api.example.org/away Key=top-s3cret",
          // Another host is not given it.
          "GET http://127.0.0.1:8080/other ",
          "GET https://api.example.org/accent Key=top-s3cret\u{301}",
          "GET https://api.example.org/leak Key=top-s3cret",
        ])
      #expect(
        decision.notes.contains { $0.hasPrefix("a/asks: http.get https://api.example.org/v1: 200") }
      )
      #expect(decision.notes.contains { $0.contains("Bearer ‹secret CRM›") }, "\(decision.notes)")
      #expect(decision.notes.contains("a/asks: metric weight +2.5"))
      let prompts = try await run.store.promptTraces(for: world.incoming(1).reference)
      let events = run.recorder.events
      let told = "\(decision) \(prompts) \(events)"
      #expect(!Secret("s3cret").occurs(in: told))
      #expect(told.contains("redirects to ‹secret CRM›"))
      #expect(prompts.count == 1)
      let metrics = try await run.store.metrics(of: World.account)
      #expect(metrics.map { "\($0.name) \($0.total)" } == ["asked 1.0", "weight 2.5"])
    }
  }

  @Test("A secret that is not set is named with where to put it")
  func missingSecret() async throws {
    let world = try World()
    let set = try RuleSet.load([
      RuleSource(
        path: "a.lua", text: Self.head + #"rule "r" { run = function(m, x) secret "OTHER" end }"#)
    ])
    try await world.run(set) { run in
      try await run.decide(world.incoming(1))
      #expect(
        run.recorder.errors.first?.contains("put UNDERSTUDY_SECRET_OTHER=... into the home's .env")
          == true)
    }
  }

  @Test("A metric counts with its decision or not at all [rules 28]")
  func metrics() async throws {
    let world = try World()
    let set = try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: Self.head + """
          rule "r" { run = function(m, x)
            metric "seen"
            if m.text == "break" then error "no luck" end
          end }
          """)
    ])
    try await world.run(set) { run in
      try await run.decide(world.incoming(1, "break"))
      try await run.decide(world.incoming(2, "fine"))
      try await run.decide(world.incoming(3, "fine"))
      #expect(try await run.store.metrics(of: World.account).map(\.total) == [2])
    }
  }

  @Test("account's list is checked: hosts without scheme and path [rules 11]")
  func list() {
    func problem(_ list: String) -> String {
      do throws(RuleLoadError) {
        _ = try RuleSet.load([RuleSource(path: "a.lua", text: "account { http = \(list) }")])
        return ""
      } catch {
        return error.description
      }
    }
    #expect(problem(#""https://api.example.org/""#).contains("leave out scheme and path"))
    #expect(problem(#"{ "a.example", 5 }"#).contains("a host such as"))
    for port in ["99999", "+443", "-1", "0", "0x50"] {
      #expect(problem(#"{ "a.example:\#(port)" }"#).contains("is no port"))
    }
    #expect(problem(#"{ "A.example", "127.0.0.1:8080" }"#).isEmpty)
  }
}
