import Model
import Scripting

/// What one run does on the web: bounded in number, kept to the list, and blind to secrets in what comes
/// back.
struct WebVisit: Sendable {
  private var calls = 0
  /// The values that went out, each with what stands for it.
  private var secrets: [(value: Secret<String>, shown: String)] = []

  init() {}

  /// Counts a call, and gives what it is to be made with.
  mutating func begin() throws(GrammarError) -> WebVisit {
    calls += 1
    guard calls <= WebCall.mostCalls else {
      throw GrammarError("more than \(WebCall.mostCalls) calls of http in one run")
    }
    return self
  }

  /// Takes over which secrets went out with a call that ``begin()`` gave.
  mutating func learn(from other: WebVisit) {
    for secret in other.secrets where !secrets.contains(where: { $0.shown == secret.shown }) {
      secrets.append(secret)
    }
  }

  /// - Returns: what the function gets, and a line for those who ask why.
  /// - Throws: ``GrammarError`` for what is not allowed; what the host throws.
  mutating func perform(
    _ call: WebCall, allowed: [String], host: any RuleHost
  ) async throws -> (ScriptValue, String) {
    do {
      return try await follow(call, allowed: allowed, host: host)
    } catch let error as GrammarError {
      // A server may put what it was sent into the address that it leads to.
      throw GrammarError(hidden(error.message), hint: error.hint.map(hidden))
    }
  }

  private mutating func follow(
    _ call: WebCall, allowed: [String], host: any RuleHost
  ) async throws -> (ScriptValue, String) {
    var address = call.address
    var headers = try resolve(call.headers, for: address, host)
    try Self.check(address, allowed)
    for _ in 0...WebCall.mostRedirects {
      let response = try await host.exchange(
        WebRequest(
          method: call.isPost ? "POST" : "GET", url: address.url, headers: headers.map(\.header),
          body: call.body, timeout: call.timeout, largest: WebCall.largestAnswer))
      guard !call.isPost, [301, 302, 303, 307, 308].contains(response.status),
        let location = response.headers["location"]
      else {
        let note =
          "http.\(call.isPost ? "post" : "get") \(address.shown): \(response.status), "
          + "\(response.body.count) bytes"
        return (value(of: response), hidden(note))
      }
      let next = try address.redirected(to: location)
      guard Self.isAllowed(next, allowed) else {
        throw GrammarError(
          "\(address.authority) redirects to \(next.authority), which is not on the list of account's http"
        )
      }
      // A secret is for the host that it was given for.
      if next.authority != address.authority || next.isSecure != address.isSecure {
        headers.removeAll(where: \.isSecret)
      }
      address = next
    }
    throw GrammarError("\(address.authority) redirects more than \(WebCall.mostRedirects) times")
  }

  private static func isAllowed(_ address: WebAddress, _ allowed: [String]) -> Bool {
    allowed.contains(address.authority) || allowed.contains("\(address.host):\(address.reach)")
  }

  private static func check(_ address: WebAddress, _ allowed: [String]) throws(GrammarError) {
    guard !isAllowed(address, allowed) else { return }
    let hint = didYouMean(address.authority, allowed)
    throw GrammarError(
      "\(address.authority) is not on the list of hosts that rules may reach",
      hint: hint ?? #"add it: account { http = { "\#(address.authority)" } }"#)
  }

  private mutating func resolve(
    _ headers: [WebCall.Header], for address: WebAddress, _ host: any RuleHost
  ) throws(GrammarError) -> [(header: WebRequest.Header, isSecret: Bool)] {
    var resolved: [(header: WebRequest.Header, isSecret: Bool)] = []
    for header in headers {
      var value = ""
      var isSecret = false
      for part in header.parts {
        switch part {
        case .text(let text): value += text
        case .secret(let name):
          guard address.isSecure || address.isLoopback else {
            throw GrammarError(
              "secret \"\(name)\" would go over the network in the clear", hint: "use https")
          }
          guard let secret = host.secret(name) else {
            throw GrammarError(Self.missing(name))
          }
          secrets.append((secret, "‹secret \(name)›"))
          value += secret.reveal()
          isSecret = true
        }
      }
      resolved.append((WebRequest.Header(name: header.name, value: Secret(value)), isSecret))
    }
    return resolved
  }

  static func missing(_ name: String) -> String {
    "secret \"\(name)\" is not set; put UNDERSTUDY_SECRET_\(name)=... into the home's .env file"
  }

  /// An answer that repeats a secret does not bring it into Lua.
  private func value(of response: WebResponse) -> ScriptValue {
    let body = String(validating: response.body, as: UTF8.self).map {
      ScriptValue.string(hidden($0))
    }
    return .table(
      ScriptTable(fields: [
        .init(name: "status", value: .integer(Int64(response.status))),
        .init(
          name: "headers",
          value: .table(
            ScriptTable(
              fields: response.headers.filter { !isSecret(name: $0.key) }
                .sorted { $0.key < $1.key }
                .map { .init(name: $0.key, value: .string(hidden($0.value))) }))),
        // What is no text is of no use to a rule.
        .init(name: "body", value: body ?? ""),
      ]))
  }

  /// The text with secrets replaced by their names.
  func hidden(_ text: String) -> String {
    secrets.reduce(text) { $1.value.hidden(in: $0, as: $1.shown) }
  }

  /// Names of headers are the same in capitals and without.
  private func isSecret(name: String) -> Bool {
    secrets.contains { Secret($0.value.reveal().lowercased()).occurs(in: name.lowercased()) }
  }
}
