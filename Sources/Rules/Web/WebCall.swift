import Model
import Scripting

/// One call of `http.get` or `http.post`, checked.
struct WebCall {
  /// A header's value: texts and secrets, one after the other.
  struct Header {
    enum Part {
      case text(String)
      /// A name.
      case secret(String)
    }

    var name: String
    var parts: [Part]
  }

  var isPost: Bool
  var address: WebAddress
  var headers: [Header] = []
  var body: [UInt8]?
  var timeout: Duration

  /// Bytes that one exchange may send, and may bring.
  static let largestBody = 256 << 10
  static let largestAnswer = 512 << 10
  static let mostCalls = 8
  static let mostRedirects = 3
  static let longestTimeout = Duration.seconds(30)

  static func isOne(_ call: HostCall) -> Bool {
    call.function == "http.get" || call.function == "http.post"
  }

  /// - Throws: what is wrong with the call, as a sentence.
  init(_ call: HostCall) throws(GrammarError) {
    isPost = call.function == "http.post"
    guard let url = call[0].string, call.arguments.count <= 2 else {
      throw GrammarError(
        "it takes a URL and a table",
        hint: #"write \#(call.function)("https://api.example.org/x", { timeout = "5s" })"#)
    }
    address = try WebAddress(url)
    timeout = .seconds(10)
    guard !call[1].isNil else { return }
    guard let table = call[1].table else {
      throw GrammarError("its options are a table, not \(call[1].shown)")
    }
    let sink = ProblemSink()
    let reader = TableReader(
      table, spec: isPost ? RuleLanguage.Web.post : RuleLanguage.Web.get, subject: call.function,
      lines: LineFinder(place: call.location, function: "http"), sink: sink)
    if let problem = sink.problems.first {
      throw GrammarError(problem.message, hint: problem.hint)
    }
    timeout = reader[RuleLanguage.Web.timeout]?.duration ?? timeout
    if timeout > Self.longestTimeout || timeout <= .zero {
      throw GrammarError("timeout is \(DurationText.text(of: timeout)); the most is 30s")
    }
    headers = (reader[RuleLanguage.Web.headers]?.table?.fields ?? []).map(Header.init)
    try takeBody(reader)
  }

  private mutating func takeBody(_ reader: TableReader) throws(GrammarError) {
    let json = reader[RuleLanguage.Web.json]
    let text = reader[RuleLanguage.Web.body]?.string
    if json != nil, text != nil { throw GrammarError("it takes either json or body") }
    if let json {
      body = Array(try JSONText.encode(json).utf8)
      addHeader("Content-Type", "application/json")
    } else if let text {
      body = Array(text.utf8)
      addHeader("Content-Type", "text/plain; charset=utf-8")
    }
    if let body, body.count > Self.largestBody {
      throw GrammarError("the body is \(body.count) bytes long; the most is \(Self.largestBody)")
    }
  }

  private mutating func addHeader(_ name: String, _ value: String) {
    guard !headers.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
    headers.append(Header(name: name, parts: [.text(value)]))
  }
}

extension WebCall.Header {
  /// From what ``ValueType/headers`` let pass.
  init(_ field: ScriptTable.Field) {
    name = field.key.description
    parts = field.value.list.compactMap { value in
      if let text = value.string { return .text(text) }
      return value.handle.flatMap(SecretNames.name).map { .secret($0) }
    }
  }

  /// Why this cannot be a header; nil if it can.
  static func complaint(about field: ScriptTable.Field) -> String? {
    let name = field.key.description
    guard (1...100).contains(name.count),
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    else { return "\"\(name.prefix(40))\" is no name of a header" }
    if ["host", "content-length", "transfer-encoding", "connection"].contains(name.lowercased()) {
      return "the header \(name) is the host's own"
    }
    let values = field.value.list
    guard !values.isEmpty else { return "the header \(name) has no value" }
    for value in values {
      if let handle = value.handle, SecretNames.name(of: handle) != nil { continue }
      guard let text = value.string, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        return "the header \(name) is a text of one line, a secret, or a list of such"
      }
    }
    return nil
  }
}
